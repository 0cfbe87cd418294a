package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.platform.NotFound;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Invitation;
import kept.team.Invitations;
import kept.team.Newcomer;
import kept.team.Shop;
import kept.team.Team;

/// What an invited person sees: who asked them, and two fields until they are at work.
public final class InvitationPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final Hosts hosts;

  /// Who invites.
  public record Hosts(Shop shop, Team team, Invitations invitations) {}

  public InvitationPages(Pages pages, Frames frames, Doorstep doorstep, Hosts hosts) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.hosts = hosts;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/join/{token}", this::ask, Public.ANYONE);
    routes.post("/join/{token}", this::join, Public.ANYONE);
  }

  private void ask(Context request) {
    var invitation = link(request);
    show(request, invitation, invitation.name(), Map.of());
  }

  private void join(Context request) {
    var invitation = link(request);
    var form = new Form(request);
    var name = invitation.returning() == null ? form.text("name") : invitation.name();
    var mistakes = new Mistakes();
    mistakes.on("name", () -> Newcomer.name(name));
    var hash = mistakes.on(
        "password",
        () -> doorstep.signIn().choose(form.secret("password"), name, invitation.email()));
    if (hash == null || !mistakes.none()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, invitation, name, mistakes.byField());
      return;
    }
    var newcomer = new Newcomer(name, invitation.email(), hash);
    doorstep.welcome(request, hosts.invitations.accept(request.pathParam("token"), newcomer));
    request.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void show(
      Context request, Invitation invitation, String name, Map<String, String> mistakes) {
    var shop = hosts.shop.business().name();
    var email = invitation.email();
    var host = invitation.invitedBy();
    if (host == null || invitation.returning() != null) {
      var page = new BackInPage(frames.assets(), shop, email, mistakes);
      pages.show(request, "desk/back-in.jte", page);
    } else {
      var asked = hosts.team.get(host).firstName();
      var page = new JoinPage(frames.assets(), shop, asked, email, name, mistakes);
      pages.show(request, "desk/join.jte", page);
    }
  }

  private Invitation link(Context request) {
    var invitation = hosts.invitations.get(request.pathParam("token"));
    if (invitation.isSetUp()) throw new NotFound("This is not an invitation.");
    return invitation;
  }
}
