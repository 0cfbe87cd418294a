package kept.api;

import java.util.List;
import java.util.Map;
import kept.frontdoor.FrontDoorId;
import kept.phone.LineId;
import kept.phone.PhoneId;
import kept.team.AgentId;

/// The shop's telephone: who has a phone, where it stands, and where a number leads. Setting it up
/// is the owner's.
record PhoneRoutes(Doors doors) {
  List<Route> all() {
    return List.of(
        Route.get("/phones", this::phones),
        Route.post("/phones", this::addPhone),
        Route.post("/phones/{id}", this::changePhone),
        Route.post("/phones/{id}/removal", this::removePhone),
        Route.get("/lines", this::lines),
        Route.post("/lines", this::setLine),
        Route.post("/lines/{id}/removal", this::removeLine));
  }

  private Answer phones(Call call) {
    call.query();
    var line = doors.telephone().line();
    return Answer.ok(Page.whole(doors.telephone().phones().list().stream()
        .map(phone -> PhoneShape.of(phone, line))
        .toList()));
  }

  private Answer addPhone(Call call) {
    var body = call.body("agent", "name", "location");
    var location = body.optionalLine("location");
    var added = doors
        .telephone()
        .phones()
        .add(
            call.owner(),
            body.id("agent", AgentId::new),
            body.line("name"),
            location == null ? "" : location);
    var phone = added.phone();
    return Answer.made(
        Map.of(
            "id", phone.id(),
            "agent", phone.agent(),
            "name", phone.name(),
            "user_name", phone.userName(),
            "location", phone.location(),
            "password", added.password()),
        null);
  }

  /// What is left out stays as it is.
  private Answer changePhone(Call call) {
    var phones = doors.telephone().phones();
    var before = phones.get(call.id(PhoneId::parse));
    var body = call.body("name", "location");
    var name = body.optionalLine("name");
    var location = body.optionalLine("location");
    var changed = phones.change(
        call.owner(),
        before.id(),
        name == null ? before.name() : name,
        location == null ? before.location() : location);
    return Answer.ok(PhoneShape.of(changed, doors.telephone().line()));
  }

  private Answer removePhone(Call call) {
    call.body();
    doors.telephone().phones().remove(call.owner(), call.id(PhoneId::parse));
    return Answer.ok(Map.of());
  }

  private Answer lines(Call call) {
    call.query();
    return Answer.ok(Page.whole(doors.telephone().lines().list()));
  }

  private Answer setLine(Call call) {
    var body = call.body("number", "name", "front_door");
    var line = doors
        .telephone()
        .lines()
        .set(
            call.owner(),
            body.line("number"),
            body.line("name"),
            body.id("front_door", FrontDoorId::new));
    return Answer.made(line, null);
  }

  private Answer removeLine(Call call) {
    call.body();
    doors.telephone().lines().remove(call.owner(), call.id(LineId::parse));
    return Answer.ok(Map.of());
  }
}
