package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.UnaryOperator;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.team.Access;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Team;
import kept.team.Who;

/// Settings, team: who keeps the promises, who hears next, what each may do, and leaving.
public final class CrewPages implements WebRoutes {
  private static final String TEAM = "/settings/team";

  private final Pages pages;
  private final Frames frames;
  private final Crew crew;
  private final Team team;
  private final WebSettings settings;

  public CrewPages(Pages pages, Frames frames, Crew crew, Team team, WebSettings settings) {
    this.pages = pages;
    this.frames = frames;
    this.crew = crew;
    this.team = team;
    this.settings = settings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/settings", request -> back(request), Access.AGENT);
    routes.get(TEAM, this::show, Access.AGENT);
    routes.get(TEAM + "/{id}", this::showOne, Access.OWNER);
    routes.get(TEAM + "/{id}/second", this::askForSecond, Access.AGENT);
    routes.post(TEAM + "/{id}/second", this::setSecond, Access.AGENT);
    routes.post(TEAM + "/{id}/role", this::setRole, Access.OWNER);
    routes.post(TEAM + "/{id}/leaving", this::leave, Access.OWNER);
  }

  private void show(Context request) {
    pages.show(request, "settings/team.jte", crew.page(request, Crew.empty()));
  }

  private void showOne(Context request) {
    var place = PasskeyPlace.at(settings.origin(request));
    var change = crew.change(named(request), place);
    if (Htmx.asks(request)) {
      pages.show(request, "settings/change.jte", change);
    } else {
      var frame = frames.around(request, "Team", Place.SETTINGS);
      pages.show(request, "settings/member-page.jte", new SettingsPage.OfMember(frame, change));
    }
  }

  private void askForSecond(Context request) {
    var naming = crew.naming(theirs(request));
    if (Htmx.asks(request)) {
      pages.show(request, "settings/second.jte", naming);
    } else {
      var frame = frames.around(request, "Team", Place.SETTINGS);
      pages.show(request, "settings/second-page.jte", new SettingsPage.OfSecond(frame, naming));
    }
  }

  /// The owner's word for anybody, and everyone's for themselves.
  private Agent theirs(Context request) {
    var agent = named(request);
    if (Crew.mayNameSecond(Who.agent(request), agent)) return agent;
    throw new Refusal("Only the owner or " + agent.firstName() + " can name who is second.");
  }

  private void setSecond(Context request) {
    theirs(request);
    var form = new Form(request);
    var second = form.text("second").isEmpty() ? null : AgentId.parse(form.text("second"));
    var changed = change(request, agent -> {
      if (!form.has("second")) return agent;
      refuseStale(form, Crew.secondMark(agent.second()), Crew.secondMark(second));
      return agent.withSecond(second);
    });
    if (Htmx.asks(request))
      pages.show(request, "settings/second-saved.jte", crew.secondSaved(changed));
    else
      request.redirect(
          form.text("from").equals("promises")
              ? "/promises#broken-title"
              : TEAM + "?second=" + changed.id(),
          HttpStatus.SEE_OTHER);
  }

  private void setRole(Context request) {
    var form = new Form(request);
    var role = RoleWords.typed(form.text("role"));
    var changed = change(request, agent -> {
      refuseStale(form, agent.role().name(), role.name());
      return agent.as(role);
    });
    if (Htmx.asks(request)) pages.show(request, "settings/role-saved.jte", Crew.roleSaved(changed));
    else back(request);
  }

  /// Whoever saw something else than what is there now has not chosen to replace it.
  private static void refuseStale(Form form, String is, String meant) {
    var seen = form.text("mark");
    if (seen.isEmpty() || seen.equals(is) || meant.equals(is)) return;
    throw new Refusal(
        "Somebody saved something else while this page was open. Load it again to" + " see it.");
  }

  private Agent change(Context request, UnaryOperator<Agent> change) {
    return team.change(Who.agent(request).id(), named(request).id(), change);
  }

  private void leave(Context request) {
    team.leave(Who.agent(request).id(), named(request).id());
    back(request);
  }

  private Agent named(Context request) {
    var agent = team.get(AgentId.parse(request.pathParam("id")));
    if (!agent.isHere()) throw new NotFound(agent.firstName() + " is no longer on the team.");
    return agent;
  }

  private static void back(Context request) {
    request.redirect(TEAM, HttpStatus.SEE_OTHER);
  }
}
