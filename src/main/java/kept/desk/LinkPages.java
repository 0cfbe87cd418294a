package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.MailedLinks;
import kept.team.MailedLinks.Asking;
import kept.team.ReturnPath;
import kept.team.WayIn;

/// Coming in by a link in the mail. The page behind it has a button: whoever only looks at the
/// link, as programs that read mail do, does not use it up.
public final class LinkPages implements WebRoutes {
  private static final String COOKIE = "kept_asked";
  private static final int SECONDS = 15 * 60;
  private static final int LONGEST = 64;

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final SignInPages door;

  public LinkPages(Pages pages, Frames frames, Doorstep doorstep, SignInPages door) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.door = door;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/in/link", this::send, Public.ANYONE);
    routes.get("/in/link/{token}", this::show, Public.ANYONE, Public.PROOF);
    routes.post("/in/link/{token}", this::comeIn, Public.ANYONE, Public.PROOF);
  }

  private void send(Context request) {
    var form = new Form(request);
    var email = form.text("email");
    var next = ReturnPath.of(form.text("next"));
    var browser = browserOf(request).orElseGet(links()::freshBrowser);
    try {
      if (!links().canBeSent()) throw new Refusal("Kept has no way to send mail yet.");
      links().send(new Asking(email, doorstep.addressOf(request), browser, next));
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      door.show(request, new SignInPages.Typed(email, next, false), refused.sentence());
      return;
    }
    doorstep.cookie().set(request, COOKIE, browser, SECONDS);
    pages.show(request, "desk/link-sent.jte", new LinkPage(frames.assets(), email, ""));
  }

  private void show(Context request) {
    var next = ReturnPath.of(request.queryParam("next"));
    var agent =
        browserOf(request).flatMap(browser -> links().whose(request.pathParam("token"), browser));
    if (agent.isEmpty()) {
      refuse(request, next, MailedLinks.over());
      return;
    }
    var page = new LinkPage(frames.assets(), agent.get().firstName(), next.value());
    pages.show(request, "desk/link.jte", page);
  }

  private void comeIn(Context request) {
    var next = ReturnPath.of(new Form(request).text("next"));
    try {
      var browser = browserOf(request).orElseThrow(MailedLinks::over);
      var agent = links().use(request.pathParam("token"), browser);
      doorstep.comeIn(request, agent, WayIn.LINK, next);
    } catch (Refusal refused) {
      refuse(request, next, refused);
    }
  }

  private void refuse(Context request, ReturnPath next, Refusal why) {
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    door.show(request, new SignInPages.Typed("", next, false), why.sentence());
  }

  private MailedLinks links() {
    return doorstep.ways().links();
  }

  private Optional<String> browserOf(Context request) {
    return doorstep.cookie().read(request, COOKIE).filter(value -> value.length() <= LONGEST);
  }
}
