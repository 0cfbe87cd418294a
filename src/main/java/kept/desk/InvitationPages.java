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
import kept.team.WayIn;

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
    routes.post("/join/{token}/passkey", this::askForPasskey, Public.ANYONE);
  }

  private void ask(Context request) {
    var invitation = link(request);
    show(request, invitation, invitation.name(), Map.of());
  }

  private void askForPasskey(Context request) {
    var invitation = link(request);
    var name = nameOf(invitation, new Form(request));
    var asked = doorstep.askToMake(request, invitation.bearer(), invitation.email(), name);
    request.contentType("application/json").result(asked);
  }

  private void join(Context request) {
    var invitation = link(request);
    var name = nameOf(invitation, new Form(request));
    var mistakes = new Mistakes();
    mistakes.on("name", () -> Newcomer.name(name));
    var whose = new FirstWayIn.Whose(invitation.bearer(), name, invitation.email());
    var way = FirstWayIn.chosen(request, doorstep, whose, mistakes);
    if (way.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, invitation, name, mistakes.byField());
      return;
    }
    var newcomer = new Newcomer(name, invitation.email(), way.get().passwordHash());
    var token = request.pathParam("token");
    var agent = hosts.invitations.accept(token, newcomer, way.get()::keepFor);
    doorstep.welcome(request, agent, WayIn.INVITATION);
    request.redirect("/", HttpStatus.SEE_OTHER);
  }

  private static String nameOf(Invitation invitation, Form form) {
    return invitation.returning() == null ? form.text("name") : invitation.name();
  }

  private void show(
      Context request, Invitation invitation, String name, Map<String, String> mistakes) {
    var shop = hosts.shop.business().name();
    var email = invitation.email();
    var ask = "/join/" + request.pathParam("token") + "/passkey";
    var passkey = doorstep.place(request).part(ask, true, false);
    var host = invitation.invitedBy();
    if (host == null || invitation.returning() != null) {
      var page = new BackInPage(frames.assets(), shop, email, passkey, mistakes);
      pages.show(request, "desk/back-in.jte", page);
    } else {
      var asked = hosts.team.get(host).firstName();
      var page = new JoinPage(frames.assets(), shop, asked, email, name, passkey, mistakes);
      pages.show(request, "desk/join.jte", page);
    }
  }

  private Invitation link(Context request) {
    var invitation = hosts.invitations.get(request.pathParam("token"));
    if (invitation.isSetUp()) throw new NotFound("This is not an invitation.");
    return invitation;
  }
}
