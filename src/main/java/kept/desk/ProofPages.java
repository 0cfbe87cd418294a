package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Agent;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Once more, to be sure that it is them: before somebody changes how they come in. Whoever finds
/// an open browser gets no further than this page.
public final class ProofPages implements WebRoutes {
  static final String PROOF = "/settings/you/proof";

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;

  public ProofPages(Pages pages, Frames frames, Doorstep doorstep) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PROOF, request -> show(request, null), Access.HELPER);
    routes.post(PROOF, this::prove, Access.HELPER, Public.PROOF);
    routes.post(PROOF + "/challenge", this::ask, Access.HELPER);
  }

  private void ask(Context request) {
    request.contentType("application/json").result(doorstep.askToUse(request));
  }

  private void prove(Context request) {
    try {
      check(request, Who.agent(request));
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, refused.sentence());
      return;
    }
    var here = Who.session(request).orElseThrow();
    doorstep.sessions().proven(Who.agent(request).id(), here);
    request.redirect("/settings/you#way-in", HttpStatus.SEE_OTHER);
  }

  private void check(Context request, Agent me) {
    var form = new Form(request);
    var answer = form.secret("passkey");
    if (answer.isEmpty()) {
      doorstep.signIn().proven(doorstep.triedBy(request, me.email(), form.secret("password")), me);
      if (doorstep.ways().codes().isAskedOf(me.id()))
        doorstep.ways().codes().check(me.id(), form.text("code"));
      return;
    }
    var shown = doorstep.passkeys().whose(doorstep.place(request).orRefuse(), answer);
    if (!shown.id().equals(me.id()))
      throw new Refusal("This is a passkey of " + shown.firstName() + "’s. Use one of yours.");
  }

  private void show(Context request, @Nullable String error) {
    var me = Who.agent(request);
    var passkey = doorstep.place(request).part(PROOF + "/challenge", false, false);
    var password = doorstep.signIn().hasPassword(me);
    var code = doorstep.ways().codes().isAskedOf(me.id());
    var page = new ProofPage(frames.assets(), me.email(), passkey, password, code, error);
    pages.show(request, "desk/proof.jte", page);
  }
}
