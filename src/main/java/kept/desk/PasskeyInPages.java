package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.Refusal;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.ReturnPath;
import kept.team.WayIn;

/// Coming in with a passkey. The script of the sign-in page asks what to ask the browser, and the
/// page's form brings its answer.
public final class PasskeyInPages implements WebRoutes {
  static final String ASK = "/in/passkey/challenge";

  private final Doorstep doorstep;
  private final SignInPages door;

  public PasskeyInPages(Doorstep doorstep, SignInPages door) {
    this.doorstep = doorstep;
    this.door = door;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(ASK, this::ask, Public.ANYONE);
    routes.post("/in/passkey", this::comeIn, Public.ANYONE, Public.PROOF);
  }

  private void ask(Context request) {
    request.contentType("application/json").result(doorstep.askToUse(request));
  }

  private void comeIn(Context request) {
    var form = new Form(request);
    var next = ReturnPath.of(form.text("next"));
    try {
      var site = doorstep.place(request).orRefuse();
      var agent = doorstep.passkeys().whose(site, form.secret("passkey"));
      doorstep.welcome(request, agent, WayIn.PASSKEY);
      request.redirect(next.value(), HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      door.show(request, new SignInPages.Typed("", next, false), refused.sentence());
    }
  }
}
