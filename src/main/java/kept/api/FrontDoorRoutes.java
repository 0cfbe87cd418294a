package kept.api;

import java.util.List;
import java.util.Map;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Greeting;
import kept.frontdoor.Moment;
import kept.frontdoor.WrittenPlan;
import org.jspecify.annotations.Nullable;

/// What happens to whoever rings: plans, what they say, and whose calls ring nobody. All of it is
/// the owner's to change.
record FrontDoorRoutes(Doors doors) {
  List<Route> all() {
    return List.of(
        Route.get("/front_doors", this::list),
        Route.post("/front_doors", this::add),
        Route.post("/front_doors/{id}", this::change),
        Route.post("/front_doors/{id}/greetings", this::greet),
        Route.get("/nuisances", this::nuisances),
        Route.post("/nuisances", this::addNuisance),
        Route.post("/nuisances/{id}/removal", this::removeNuisance));
  }

  private Answer list(Call call) {
    call.query();
    return Answer.ok(
        Page.whole(frontDoors().list().stream().map(FrontDoorShape::of).toList()));
  }

  private Answer add(Call call) {
    return Answer.made(FrontDoorShape.of(set(call, FrontDoorId.next())), null);
  }

  private Answer change(Call call) {
    var id = call.id(FrontDoorId::parse);
    frontDoors().get(id);
    return Answer.ok(FrontDoorShape.of(set(call, id)));
  }

  private FrontDoor set(Call call, FrontDoorId id) {
    var body = call.body("name", "plan");
    var door = new FrontDoor(id, body.line("name"), WrittenPlan.read(body.object("plan")));
    return frontDoors().set(call.owner(), door);
  }

  /// The body is a WAV, not JSON; without one the greeting is taken away.
  private Answer greet(Call call) {
    var door = frontDoors().get(call.id(FrontDoorId::parse));
    var query = call.query("which", "words");
    var which = query.oneOf("which", Moment.values(), Moment::word);
    var moment = which == null ? Moment.OPEN : which;
    var greetings = door.plan().greetings().with(moment, greeting(call, query.text("words")));
    var changed = new FrontDoor(door.id(), door.name(), door.plan().greetings(greetings));
    return Answer.ok(FrontDoorShape.of(frontDoors().set(call.owner(), changed)));
  }

  private @Nullable Greeting greeting(Call call, @Nullable String words) {
    if (call.bytes().length == 0) return null;
    return doors.telephone().greetings().keep(call.bytes(), words == null ? "" : words);
  }

  private Answer nuisances(Call call) {
    call.query();
    return Answer.ok(Page.whole(doors.telephone().nuisances().list()));
  }

  private Answer addNuisance(Call call) {
    var body = call.body("number", "note");
    var note = body.optionalLine("note");
    var added = doors
        .telephone()
        .nuisances()
        .add(call.owner(), body.line("number"), note == null ? "" : note);
    return Answer.made(added, null);
  }

  private Answer removeNuisance(Call call) {
    call.body();
    doors.telephone().nuisances().remove(call.owner(), call.request().pathParam("id"));
    return Answer.ok(Map.of());
  }

  private FrontDoors frontDoors() {
    return doors.telephone().frontDoors();
  }
}
