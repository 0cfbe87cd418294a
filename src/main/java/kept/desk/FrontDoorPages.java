package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.UnaryOperator;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.PastDoor;
import kept.frontdoor.PastDoorId;
import kept.frontdoor.Plan;
import kept.platform.NotFound;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;

/// The front door: what happens between dialling and hello. Everybody of the team may look; the
/// owner changes a draft, sees what it costs callers, and puts it in force.
public final class FrontDoorPages implements WebRoutes {
  static final String HOME = "/front-door";
  private static final String ONE = HOME + "/{id}";

  private final Pages pages;
  private final Frames frames;
  private final FrontDoorReading reading;

  public FrontDoorPages(Pages pages, Frames frames, FrontDoorReading reading) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(HOME, this::first, Access.AGENT);
    routes.post(HOME, this::make, Access.OWNER);
    routes.get(ONE, request -> show(request, door(request)), Access.AGENT);
    routes.post(ONE + "/draft/{part}", this::change, Access.OWNER);
    routes.post(ONE + "/way-out", this::goOut, Access.OWNER);
    routes.post(ONE + "/undoing", this::undo, Access.OWNER);
    routes.post(ONE + "/use", this::use, Access.OWNER);
    routes.post(ONE + "/past/{past}/return", this::goBack, Access.OWNER);
    routes.post(HOME + "/nuisances", this::addNuisance, Access.OWNER);
    routes.post(HOME + "/nuisances/removal", this::removeNuisance, Access.OWNER);
  }

  private void first(Context request) {
    var doors = doors().list();
    if (doors.isEmpty()) {
      var frame = frames.around(request, "Front door", Place.FRONT_DOOR);
      pages.show(request, "door/none.jte", reading.none(request, frame));
    } else show(request, doors.getFirst());
  }

  private void make(Context request) {
    var door = new FrontDoor(FrontDoorId.next(), "Front door", FrontDoors.usual());
    doors().set(me(request), door);
    request.redirect(HOME + "/" + door.id(), HttpStatus.SEE_OTHER);
  }

  private void change(Context request) {
    var form = new PlanForm(new Form(request), reading.doors().team().here());
    draft(request, form.change(request.pathParam("part")));
  }

  /// Takes one step out of what law 6 objects to.
  private void goOut(Context request) {
    var nth = new Form(request).text("nth");
    draft(request, plan -> {
      var objections = doors().objections(plan);
      if (!nth.matches("\\d") || Integer.parseInt(nth) >= objections.size()) return plan;
      var wayOut = objections.get(Integer.parseInt(nth)).wayOut();
      return wayOut == null ? plan : wayOut.plan();
    });
  }

  private void undo(Context request) {
    var door = door(request);
    draft(request, _ -> door.plan());
  }

  private void use(Context request) {
    var door = door(request);
    doors().use(me(request), door.id());
    answer(request, door.id());
  }

  private void goBack(Context request) {
    var id = PastDoorId.parse(request.pathParam("past"));
    var plan = doors().past(door(request).id()).stream()
        .filter(past -> past.id().equals(id))
        .findFirst()
        .map(PastDoor::plan)
        .orElseThrow(() -> new NotFound("That door is not kept any more."));
    draft(request, _ -> plan);
  }

  /// The list is every door's, and holds from this moment.
  private void addNuisance(Context request) {
    var form = new Form(request);
    reading.doors().nuisances().add(me(request), form.text("number"), form.text("note"));
    answer(request, FrontDoorId.parse(form.text("door")));
  }

  private void removeNuisance(Context request) {
    var form = new Form(request);
    reading.doors().nuisances().remove(me(request), form.text("number"));
    answer(request, FrontDoorId.parse(form.text("door")));
  }

  private void draft(Context request, UnaryOperator<Plan> change) {
    var door = door(request);
    doors().draft(me(request), door.id(), change);
    answer(request, door.id());
  }

  /// The page as it is now, to whoever asked for a part of it.
  private void answer(Context request, FrontDoorId id) {
    answer(request, pages, reading, id);
  }

  static void answer(Context request, Pages pages, FrontDoorReading reading, FrontDoorId id) {
    if (Htmx.asks(request))
      pages.show(
          request,
          "door/door.jte",
          reading.door(request, reading.doors().doors().get(id)));
    else request.redirect(HOME + "/" + id, HttpStatus.SEE_OTHER);
  }

  private void show(Context request, FrontDoor door) {
    var frame = frames.around(request, "Front door", Place.FRONT_DOOR);
    pages.show(request, "door/page.jte", reading.page(request, frame, door));
  }

  private FrontDoor door(Context request) {
    return doors().get(FrontDoorId.parse(request.pathParam("id")));
  }

  private FrontDoors doors() {
    return reading.doors().doors();
  }

  private static AgentId me(Context request) {
    return Who.agent(request).id();
  }
}
