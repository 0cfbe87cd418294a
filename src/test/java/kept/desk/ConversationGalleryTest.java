package kept.desk;

import static kept.desk.ConversationCast.composer;
import static kept.desk.ConversationCast.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kept.PageProof;
import kept.PageProof.Nail;
import kept.desk.ConversationList.Empty;
import kept.platform.http.Assets;
import kept.platform.http.Public;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The conversation and its neighbours with none, some and fifty things on them.
class ConversationGalleryTest {

  private static final List<@Nullable String> sent = new CopyOnWriteArrayList<>();

  private static PageProof proof;

  @BeforeAll
  static void open() {
    proof = new PageProof(false, ConversationGalleryTest::hang, ConversationGalleryTest::answer);
  }

  @AfterAll
  static void close() {
    proof.close();
  }

  @Test
  void everyPageHoldsUpAtEveryWidthInBothThemes() {
    assertThat(proof.complaints()).isEmpty();
  }

  @Test
  void theNewestIsInSightWithoutScripts() {
    var page = proof.withoutScripts();
    page.navigate(proof.url("/conversation-fifty"));

    assertThat(page.locator("#f49").boundingBox().y)
        .isBetween(0.0, page.locator(".thread > footer").boundingBox().y);
  }

  @Test
  void aLinkToAMessageScrollsTheStoryAlone() {
    try (var context = proof.browser()) {
      var page = context.newPage();
      page.setViewportSize(1440, 900);
      page.navigate(proof.url("/conversation-fifty") + "#f3");

      assertThat(page.locator("#f3").boundingBox().y).isBetween(0.0, 900.0);
      assertThat(page.locator(".thread > header").boundingBox().y).isNotNegative();
      assertThat(page.evaluate("document.querySelector('.sheet').scrollTop")).isEqualTo(0);
    }
  }

  @Test
  void aPromiseIsMadeWithoutScripts() {
    var page = proof.withoutScripts();
    page.navigate(proof.url("/conversation"));

    page.locator("#promise-part > summary").click();
    page.locator("[name=promise_what]").fill("Swap the TV");
    assertThat(page.locator("[name=promise_due]").isVisible()).isFalse();
    page.getByText("Another time").click();
    assertThat(page.locator("[name=promise_due]").isVisible()).isTrue();
  }

  @Test
  void theStoryOpensOverTheThreadOnAPhone() {
    var page = proof.withoutScripts();
    page.navigate(proof.url("/conversation"));
    assertThat(page.locator("#about").isVisible()).isFalse();

    page.getByText("The story so far").click();
    assertThat(page.locator("#about").isVisible()).isTrue();
    page.getByText("Close").first().click();
    assertThat(page.locator("#about").isVisible()).isFalse();
  }

  @Test
  void noSingleKeyWritesToTheCustomer() {
    try (var context = proof.browser()) {
      var page = context.newPage();
      page.navigate(proof.url("/conversation"));

      page.keyboard().press("s");
      page.locator("[data-key=sorted]:focus").waitFor();

      assertThat(page.url()).isEqualTo(proof.url("/conversation"));
    }
  }

  @Test
  void theKeyboardAloneWritesANoteAndSendsIt() {
    try (var context = proof.browser()) {
      var page = context.newPage();
      page.navigate(proof.url("/conversation"));

      page.keyboard().press("n");
      page.keyboard().type("He wants it before school.");
      page.keyboard().press("Control+Enter");
      page.waitForURL("**/conversation-none");

      assertThat(sent).containsExactly("note", "He wants it before school.", "send");
    }
  }

  private static void answer(JavalinDefaultRoutingApi routes) {
    routes.post(
        "/c/{id}/messages",
        request -> {
          for (var field : List.of("channel", "words", "then")) sent.add(request.formParam(field));
          request.redirect("/conversation-none");
        },
        Public.ANYONE);
  }

  private static void hang(Assets assets, Nail nail) {
    var frame = GalleryCast.frame(assets, "Conversations", Place.CONVERSATIONS);
    var list = ConversationCast.list(false);
    var context = ContextCast.chuck();
    show(
        nail,
        "",
        new ConversationPage(frame, list, thread(TimelineCast.chuck(), composer()), context));
    show(
        nail,
        "-forgotten",
        new ConversationPage(frame, list, ConversationCast.forgotten(composer()), context));
    show(nail, "-list", new ConversationPage(frame, ConversationCast.list(true), null, null));
    show(nail, "-none", new ConversationPage(frame, ConversationCast.nobody(), null, null));
    var noItems = new ConversationList(
        false, "/c/list", list.segments(), List.of(), null, Empty.nothingOfMine());
    show(
        nail,
        "-first",
        new ConversationPage(
            frame,
            noItems,
            thread(TimelineCast.chuck().subList(0, 1), ConversationCast.noteOnly()),
            ContextCast.lena()));
    show(
        nail,
        "-refused",
        new ConversationPage(
            frame,
            list,
            ConversationCast.crowded(TimelineCast.everyKind(), ConversationCast.refused()),
            context));
    show(
        nail,
        "-kinds",
        new ConversationPage(frame, list, thread(TimelineCast.everyKind(), composer()), context));
    show(
        nail,
        "-texts",
        new ConversationPage(
            frame, list, thread(TimelineCast.texts(), ConversationCast.texting()), context));
    show(
        nail,
        "-fifty",
        new ConversationPage(
            frame,
            ConversationCast.fifty(),
            ConversationCast.crowded(TimelineCast.fifty(), composer()),
            ContextCast.fifty()));
  }

  private static void show(Nail nail, String name, ConversationPage page) {
    nail.hang("/conversation" + name, "conversation/page.jte", page);
  }
}
