package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.InvitationId;
import kept.team.Invitations;
import kept.team.Invitations.Invited;
import kept.team.Role;
import kept.team.Who;

/// Settings, team: links that let people in. A link is in the answer to what made it and nowhere
/// else, so that answer is the page itself and not a way to it.
public final class InvitingPages implements WebRoutes {
  private static final String INVITATIONS = "/settings/team/invitations";

  private final Pages pages;
  private final Crew crew;
  private final Invitations invitations;
  private final WebSettings settings;

  public InvitingPages(Pages pages, Crew crew, Invitations invitations, WebSettings settings) {
    this.pages = pages;
    this.crew = crew;
    this.invitations = invitations;
    this.settings = settings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(INVITATIONS, this::invite, Access.OWNER);
    routes.post(INVITATIONS + "/{id}/again", this::again, Access.OWNER);
    routes.post(INVITATIONS + "/{id}/revocation", this::revoke, Access.OWNER);
    routes.post("/settings/team/{id}/way-back", this::letBackIn, Access.OWNER);
  }

  private void invite(Context request) {
    var form = new Form(request);
    var name = form.text("name");
    var email = form.text("email");
    try {
      var role = RoleWords.typed(form.text("role"));
      var whom = new Invited(name, email, role);
      showLink(request, invitations.invite(Who.agent(request).id(), whom));
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      var typed = new SettingsPage.Invite(
          RoleWords.choices(Role.AGENT), name, email, null, refused.sentence());
      show(request, typed);
    }
  }

  private void again(Context request) {
    var id = InvitationId.parse(request.pathParam("id"));
    showLink(request, invitations.again(Who.agent(request).id(), id));
  }

  private void revoke(Context request) {
    invitations.revoke(Who.agent(request).id(), InvitationId.parse(request.pathParam("id")));
    request.redirect("/settings/team", HttpStatus.SEE_OTHER);
  }

  private void letBackIn(Context request) {
    var whom = AgentId.parse(request.pathParam("id"));
    showLink(request, invitations.wayBack(Who.agent(request).id(), whom));
  }

  private void showLink(Context request, String path) {
    show(request, Crew.made(settings.origin(request) + path));
  }

  private void show(Context request, SettingsPage.Invite form) {
    pages.show(request, "settings/team.jte", crew.page(request, form));
  }
}
