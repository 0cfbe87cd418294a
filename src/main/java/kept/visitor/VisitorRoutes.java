package kept.visitor;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.function.Consumer;
import kept.conversations.ConversationId;
import kept.customers.IdentityKind;
import kept.platform.http.Assets;
import kept.platform.http.Head;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.recaps.PageLink;
import kept.recaps.Problem;
import org.jspecify.annotations.Nullable;

/// The page that a customer opens from our mail. Whoever has the link has the page: no sign-in, no
/// cookie, no script.
///
/// Looking changes nothing, since mail scanners look too; only what is posted is the customer's
/// word. Whoever posts has the address that the link was sent to.
public final class VisitorRoutes implements WebRoutes {
  private static final String OLD = "Our links open for 90 days, and this one is older.";
  private static final String NEVER =
      "It opens nothing any more, so that only you see what is yours.";

  private final Pages pages;
  private final Assets assets;
  private final VisitorDoors doors;
  private final PageStories stories;
  private final VisitorLimits limits;

  public VisitorRoutes(Pages pages, Assets assets, VisitorDoors doors) {
    this.pages = pages;
    this.assets = assets;
    this.doors = doors;
    this.stories = new PageStories(doors);
    this.limits = new VisitorLimits(doors.ground().secrets(), doors.ground().clock());
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/p/{token}", this::look, Public.ANYONE);
    routes.get("/p/{token}/not-yet", this::askWhatIsWrong, Public.ANYONE);
    routes.post("/p/{token}/sorted", this::sorted, Public.ANYONE);
    routes.post("/p/{token}/not-yet", this::notYet, Public.ANYONE);
    routes.post("/p/{token}/not-sorted-after-all", this::notAfterAll, Public.ANYONE);
    routes.post("/p/{token}/repeat", this::hadToRepeat, Public.ANYONE);
    routes.post("/p/{token}/new-link", this::newLink, Public.ANYONE);
  }

  private void look(Context request) {
    through(request, link -> {
      if (!Head.only(request)) doors.writing().links().opened(link);
      show(request, link, null);
    });
  }

  private void askWhatIsWrong(Context request) {
    through(request, link -> show(request, link, AskWords.wrong(Optional.empty(), "", null)));
  }

  private void sorted(Context request) {
    hear(
        request,
        "#sorted",
        id -> doors.writing().confirmations().sorted(id, text(request, "words")));
  }

  /// The first tap says it; the form that follows says what is wrong.
  private void notYet(Context request) {
    var tapped = request.formParam("words") == null && request.formParam("problem") == null;
    var problem = Problem.of(text(request, "problem"));
    var words = text(request, "words");
    if (!tapped && problem.isEmpty() && words.isBlank()) {
      var wrong = AskWords.wrong(problem, words, "Pick one, or say it in a word or two.");
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      through(request, link -> show(request, link, wrong));
      return;
    }
    hear(
        request,
        tapped ? "/not-yet#sorted" : "#sorted",
        id -> doors.writing().confirmations().notYet(id, problem.orElse(null), words));
  }

  private void notAfterAll(Context request) {
    hear(request, "/not-yet#sorted", id -> doors.writing().confirmations().notSortedAfterAll(id));
  }

  private void hadToRepeat(Context request) {
    hear(request, "", id -> doors.writing().confirmations().hadToRepeat(id));
  }

  /// The same answer to everybody whose link does not open, whatever became of it.
  private void newLink(Context request) {
    quiet(request);
    var link = doors.writing().links().find(token(request));
    var now = doors.ground().clock().instant();
    if (link.filter(each -> each.opens(now)).isPresent()) {
      request.redirect(path(request), HttpStatus.SEE_OTHER);
      return;
    }
    link.filter(each -> each.revokedAt() == null)
        .filter(each -> limits.takeLetter(each.conversation().toString()))
        .ifPresent(doors.writing().newLinks()::send);
    gone(request, OLD, true, true);
  }

  /// Their word, in one transaction with the proof that they have what it was sent to: an
  /// address or a number.
  private void hear(Context request, String then, Consumer<ConversationId> word) {
    through(request, link -> {
      limits.takeWord(token(request));
      doors.ground().database().useTransaction(tx -> {
        word.accept(link.conversation());
        var customer = doors.conversations().get(link.conversation()).customer();
        doors.customers().confirm(customer, kindOf(link), link.sentTo());
      });
      request.redirect(path(request) + then, HttpStatus.SEE_OTHER);
    });
  }

  private static IdentityKind kindOf(PageLink link) {
    return link.sentTo().startsWith("+") ? IdentityKind.PHONE : IdentityKind.EMAIL;
  }

  /// Goes on with a link that opens; says what became of any other.
  private void through(Context request, Consumer<PageLink> work) {
    quiet(request);
    var link = doors.writing().links().find(token(request));
    var now = doors.ground().clock().instant();
    if (link.isPresent() && link.get().opens(now)) {
      work.accept(link.get());
    } else if (link.isPresent() && link.get().revokedAt() == null) {
      request.status(HttpStatus.GONE);
      gone(request, OLD, true, false);
    } else {
      request.status(HttpStatus.NOT_FOUND);
      gone(request, NEVER, false, false);
    }
  }

  private void show(Context request, PageLink link, @Nullable Ask instead) {
    var story = stories.of(link.conversation());
    var page = new PageWords(story, assets, path(request)).page(instead);
    pages.show(request, "visitor/page.jte", page);
  }

  private void gone(Context request, String words, boolean mayAsk, boolean sent) {
    var sign = PageWords.sign(doors.shop().business());
    var page = new LinkGonePage(assets, sign, path(request), words, mayAsk, sent);
    pages.show(request, "visitor/gone.jte", page);
  }

  /// The address is the key: it goes to no other site and into no index.
  static void quiet(Context request) {
    request.header("Referrer-Policy", "no-referrer");
    request.header("X-Robots-Tag", "noindex, nofollow");
  }

  private static String token(Context request) {
    return request.pathParam("token");
  }

  private static String path(Context request) {
    return "/p/" + token(request);
  }

  static String text(Context request, String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent.strip();
  }
}
