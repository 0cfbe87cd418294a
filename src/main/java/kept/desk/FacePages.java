package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.ReturnPath;
import kept.team.Team;
import kept.team.WayIn;
import org.jspecify.annotations.Nullable;

/// A device of the shop's: tap your face, then a passkey or the PIN for the day. Any other browser
/// is led to the sign-in page and learns nobody's name.
public final class FacePages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final Team team;

  public FacePages(Pages pages, Frames frames, Doorstep doorstep, Team team) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.team = team;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/in/faces/{id}", this::ask, Public.ANYONE);
    routes.post("/in/faces/{id}", this::comeIn, Public.ANYONE, Public.PROOF);
  }

  private void ask(Context request) {
    if (doorstep.isShopDevice(request)) show(request, tapped(request), null);
    else request.redirect("/in", HttpStatus.SEE_OTHER);
  }

  private void comeIn(Context request) {
    if (!doorstep.isShopDevice(request)) {
      request.redirect("/in", HttpStatus.SEE_OTHER);
      return;
    }
    var agent = tapped(request);
    try {
      doorstep.ways().pins().comeIn(agent.id(), new Form(request).text("pin"));
      doorstep.welcome(request, agent, WayIn.PIN);
      request.redirect(ReturnPath.TODAY.value(), HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, agent, refused.sentence());
    }
  }

  private void show(Context request, Agent agent, @Nullable String error) {
    var passkey = doorstep.place(request).part(PasskeyInPages.ASK, false, false);
    var pin = doorstep.ways().pins().until(agent.id()).isPresent();
    var page =
        new FacePage(frames.assets(), agent.firstName(), Faces.of(agent), passkey, pin, error);
    pages.show(request, "desk/face.jte", page);
  }

  private Agent tapped(Context request) {
    var agent = team.get(AgentId.parse(request.pathParam("id")));
    if (!agent.isHere()) throw new NotFound(agent.firstName() + " is no longer on the team.");
    return agent;
  }
}
