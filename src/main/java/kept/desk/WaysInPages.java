package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.PasskeyId;
import kept.team.Who;

/// Settings, you: one's passkeys, and going without a password. Only who showed lately that
/// it is them changes how they come in; and the owner takes away what is on a phone that
/// somebody lost.
public final class WaysInPages implements WebRoutes {
  static final String PASSKEYS = "/settings/you/passkeys";

  private final Doorstep doorstep;

  public WaysInPages(Doorstep doorstep) {
    this.doorstep = doorstep;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(PASSKEYS + "/challenge", this::ask, Access.HELPER);
    routes.post(PASSKEYS, this::add, Access.HELPER);
    routes.post(PASSKEYS + "/{id}/name", this::rename, Access.HELPER);
    routes.post(PASSKEYS + "/{id}/removal", this::remove, Access.HELPER);
    routes.post("/settings/you/password/removal", this::removePassword, Access.HELPER);
    routes.post("/settings/team/{id}/passkeys/{passkey}/removal", this::removeFor, Access.OWNER);
  }

  private void ask(Context request) {
    doorstep.insistOnProof(request);
    var me = Who.agent(request);
    var asked = doorstep.askToMake(request, me.id(), me.email(), me.name());
    request.contentType("application/json").result(asked);
  }

  private void add(Context request) {
    doorstep.insistOnProof(request);
    var me = Who.agent(request);
    var form = new Form(request);
    var site = doorstep.place(request).orRefuse();
    var made = doorstep.passkeys().made(site, me.id(), form.secret("passkey"));
    var name = form.text("passkey_name");
    doorstep
        .passkeys()
        .keep(site, me.id(), made, name.isEmpty() ? doorstep.deviceOf(request) : name);
    back(request, "passkey");
  }

  private void rename(Context request) {
    var name = new Form(request).text("passkey_name");
    doorstep.passkeys().rename(Who.agent(request).id(), passkey(request, "id"), name);
    back(request, "passkey-name");
  }

  private void remove(Context request) {
    doorstep.insistOnProof(request);
    var site = doorstep.place(request).orRefuse();
    doorstep.passkeys().remove(site, Who.agent(request).id(), passkey(request, "id"));
    back(request, "passkey-gone");
  }

  private void removePassword(Context request) {
    doorstep.insistOnProof(request);
    var site = doorstep.place(request).orRefuse();
    doorstep.passkeys().removePassword(site, Who.agent(request).id());
    back(request, "password-gone");
  }

  private void removeFor(Context request) {
    var whose = AgentId.parse(request.pathParam("id"));
    doorstep.passkeys().removeFor(Who.agent(request).id(), whose, passkey(request, "passkey"));
    request.redirect("/settings/team/" + whose, HttpStatus.SEE_OTHER);
  }

  private static PasskeyId passkey(Context request, String part) {
    return PasskeyId.parse(request.pathParam(part));
  }

  private static void back(Context request, String saved) {
    request.redirect("/settings/you?saved=" + saved + "#way-in", HttpStatus.SEE_OTHER);
  }
}
