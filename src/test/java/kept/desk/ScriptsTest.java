package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import kept.PageProof;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.platform.http.LiveStreams;
import kept.platform.http.Public;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the small scripts add to pages that work without them.
class ScriptsTest {

  private static final LiveStreams live = new LiveStreams();
  private static final AtomicReference<String> waiting =
      new AtomicReference<>("Nobody is waiting.");

  private static final AtomicInteger opened = new AtomicInteger();

  private static PageProof proof;
  private BrowserContext browser;
  private Page page;

  @BeforeAll
  static void open() {
    proof = new PageProof(false, ScriptsTest::hang, ScriptsTest::answer);
  }

  @AfterAll
  static void close() {
    live.close();
    proof.close();
  }

  @BeforeEach
  void fresh() {
    browser = proof.browser();
    page = browser.newPage();
  }

  @AfterEach
  void done() {
    browser.close();
  }

  @Test
  void aClockGoesOnBetweenThePushesOfTheServer() {
    page.clock()
        .install(
            new Clock.InstallOptions().setTime(GalleryCast.at(14, 24).toEpochMilli() + 7_200_000));
    page.navigate(proof.url("/today"));
    assertThat(page.locator("#promise-rosa time")).hasText("21 min left");

    page.clock().runFor(6 * 60_000 + 10_000);

    assertThat(page.locator("#promise-rosa time")).hasText("15 min left");
    assertThat(page.locator("#promise-rosa time")).hasClass("tone-due");
  }

  @Test
  void aPartIsFetchedAgainWhenItsTopicChanged() {
    var before = opened.get();
    page.navigate(proof.url("/today"));
    page.waitForCondition(() -> opened.get() > before);

    waiting.set("Lena is waiting.");
    live.send("changed", "conversations", reader -> true);

    assertThat(page.locator("#today-waiting")).hasText("Lena is waiting.");
    assertThat(page.locator("#promise-rosa")).isVisible();
  }

  @Test
  void aButtonThatIsBeingPressedIsNotTakenAway() {
    var before = opened.get();
    page.navigate(proof.url("/today"));
    page.waitForCondition(() -> opened.get() > before);
    var answer = page.locator("#today-waiting a").first();
    answer.hover();
    page.mouse().down();

    waiting.set("Lena is waiting.");
    page.waitForResponse(
        "**/today/lede", () -> live.send("changed", "conversations", reader -> true));
    page.waitForTimeout(200);
    page.mouse().up();

    page.waitForURL("**/c/**");
  }

  @Test
  void twoTabsShareOneStream() {
    var before = opened.get();
    var other = browser.newPage();
    page.navigate(proof.url("/today"));
    page.waitForCondition(() -> opened.get() > before);
    other.navigate(proof.url("/today"));

    waiting.set("Marcus is waiting.");
    live.send("changed", "conversations", reader -> true);

    assertThat(page.locator("#today-waiting")).hasText("Marcus is waiting.");
    assertThat(other.locator("#today-waiting")).hasText("Marcus is waiting.");
    org.assertj.core.api.Assertions.assertThat(opened.get()).isEqualTo(before + 1);
  }

  @Test
  void anAlarmIsSaidOnEveryPage() {
    var before = opened.get();
    page.navigate(proof.url("/today"));
    page.waitForCondition(() -> opened.get() > before);

    var alarm =
        "{\"id\":\"1\",\"step\":\"second\",\"words\":\"Justin can’t make 2:45 for Rosa. Can you?\",\"href\":\"/promises\"}";
    live.send("alarm", alarm, reader -> true);

    assertThat(page.locator("#alarms")).containsText("Justin can’t make 2:45 for Rosa.");
  }

  @Test
  void whatIsBehindTheDotsOpensBesideThem() {
    page.navigate(proof.url("/today"));

    page.locator("#promise-marcus kept-pop a").click();
    assertThat(page.locator(".popped h2")).hasText("Call Marcus Boyd back");
    page.keyboard().press("Escape");

    assertThat(page.locator(".popped h2")).isHidden();
    assertThat(page.locator("#promise-marcus kept-pop > a")).isFocused();
  }

  @Test
  void theMessageSaysTheTimeThatIsPicked() {
    page.navigate(proof.url("/promise"));
    var message = page.locator("[name=message]");

    assertThat(message)
        .hasValue(
            Pattern.compile(".*quote by 3:45 pm, or tomorrow 8:15 am if you’d rather\\. Priya"));
    page.locator(".slot:has-text(\"3:45\")").click();
    assertThat(message).hasValue(Pattern.compile(".*by tomorrow 8:15 am\\. Priya"));
    page.locator(".slot:has-text(\"Other\")").click();
    page.locator(".slot:has-text(\"3:45\")").click();
    assertThat(page.locator("[name=slot]:checked")).hasCount(2);
    assertThat(message).hasValue(Pattern.compile(".*by \\{time}\\. Priya"));
  }

  @Test
  void whatOpenedBesideItsLinkCanBeClosed() {
    page.navigate(proof.url("/today"));

    page.locator("#promise-marcus kept-pop a").click();
    page.locator(".popped [aria-label=Close]").click();

    assertThat(page.locator(".popped h2")).isHidden();
  }

  @Test
  void findOrDoOpensOverAnyPageAndIsSteeredByArrows() {
    page.navigate(proof.url("/today"));

    page.keyboard().press("Control+k");
    page.keyboard().type("chuck");
    assertThat(page.locator("find-or-do .found a").first()).containsText("Chuck Alvarez");
    page.keyboard().press("ArrowDown");

    assertThat(page.locator("find-or-do .found a").first()).isFocused();
  }

  @Test
  void keysGoPlacesButNotWhileSomebodyTypes() {
    page.navigate(proof.url("/promises"));
    page.locator("[name=words]").fill("");
    page.keyboard().type("gt");
    assertThat(page.locator("[name=words]")).hasValue("gt");
    page.keyboard().press("Escape");

    page.keyboard().press("g");
    page.keyboard().press("e");

    page.waitForURL("**/people");
  }

  @Test
  void questionMarkListsTheKeys() {
    page.navigate(proof.url("/today"));

    page.keyboard().press("?");

    assertThat(page.locator("#keys")).isVisible();
  }

  @Test
  void aRefusalIsSaidAboveWhatStays() {
    page.navigate(proof.url("/today"));

    page.locator("#keep-amir").click();

    assertThat(page.locator(".went-wrong")).hasText("Edie keeps this one. Ask her first.");
    assertThat(page.locator("#promise-amir")).isVisible();
  }

  @Test
  void aRowIsSwappedForItsNextState() {
    page.navigate(proof.url("/today"));

    page.locator("#keep-marcus").click();

    assertThat(page.locator("#today-promises")).containsText("Ring Jo Pettit about her oven glass");
    assertThat(page.locator("#promise-marcus")).hasCount(0);
  }

  @Test
  void theThemeIsChosenOnceAndKept() {
    page.navigate(proof.url("/today"));
    page.locator(".me__who").click();
    page.locator("[data-theme-switch] [value=dark]").click();

    page.navigate(proof.url("/promises"));

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void withoutScriptsEverythingIsStillALinkOrAForm() {
    var plain = proof.withoutScripts();
    plain.navigate(proof.url("/today"));
    assertThat(plain.locator("#promise-rosa time")).hasText("21 min left");

    plain.locator("#promise-rosa kept-pop a").click();

    assertThat(plain.locator("form[action='/promises/rosa/new-time']")).isVisible();
  }

  private static void hang(Assets assets, Nail wall) {
    GalleryPages.hang(assets, wall);
    wall.hang("/promises/marcus", "promise/more.jte", GalleryPromises.more());
    wall.hang("/promises/rosa/new-time", "promise/new-time.jte", GalleryPromises.newTime());
    wall.hang("/find", "find/results.jte", GallerySettings.found());
    wall.hang(
        "/people",
        "desk/keys.jte",
        new KeysPage(GalleryCast.frame(assets, "People", Place.PEOPLE)));
    wall.hang("/kept-row", "promise/row.jte", GalleryCast.kept());
  }

  private static void answer(JavalinDefaultRoutingApi routes) {
    routes.sse(
        "/live",
        client -> {
          live.open(client, new UUID(0, 1), new UUID(0, 2));
          opened.incrementAndGet();
        },
        Public.ANYONE);
    routes.get("/today/waiting", request -> request.html(waiting.get()), Public.ANYONE);
    routes.post(
        "/promises/marcus/keeping", request -> request.redirect("/kept-row"), Public.ANYONE);
    routes.post(
        "/promises/amir/keeping",
        request -> {
          throw new kept.platform.Refusal("Edie keeps this one. Ask her first.");
        },
        Public.ANYONE);
    for (var part : List.of("lede", "line", "promises")) {
      routes.get("/today/" + part, request -> request.status(204), Public.ANYONE);
    }
  }
}
