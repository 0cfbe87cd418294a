package kept.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kept.frontdoor.FrontDoorId;
import kept.line.sip.Transport;
import kept.phone.CallId;
import kept.phone.PhoneCall;
import kept.phone.PhoneId;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import kept.team.AgentId;

/// The shop's telephone: who has a phone, which trunk carries calls, where a number leads, and the
/// calls themselves. Setting it up is the owner's.
record PhoneRoutes(Doors doors) {
  private static final int USUAL_CHANNELS = 10;
  private static final List<String> TRANSPORTS = List.of("udp", "tcp", "tls");

  List<Route> all() {
    return List.of(
        Route.get("/phones", this::phones),
        Route.post("/phones", this::addPhone),
        Route.post("/phones/{id}/removal", this::removePhone),
        Route.get("/trunks", this::trunks),
        Route.post("/trunks", this::addTrunk),
        Route.post("/trunks/{id}/removal", this::removeTrunk),
        Route.get("/lines", this::lines),
        Route.post("/lines", this::setLine),
        Route.get("/calls", this::calls),
        Route.get("/calls/{id}", this::call));
  }

  private Answer phones(Call call) {
    call.query();
    return Answer.ok(Page.whole(doors.telephone().phones().list()));
  }

  private Answer addPhone(Call call) {
    var body = call.body("agent", "name");
    var added = doors
        .telephone()
        .phones()
        .add(call.owner(), body.id("agent", AgentId::new), body.line("name"));
    var phone = added.phone();
    return Answer.made(
        Map.of(
            "id", phone.id(),
            "agent", phone.agent(),
            "name", phone.name(),
            "user_name", phone.userName(),
            "password", added.password()),
        null);
  }

  private Answer removePhone(Call call) {
    call.body();
    doors.telephone().phones().remove(call.owner(), call.id(PhoneId::parse));
    return Answer.ok(Map.of());
  }

  private Answer trunks(Call call) {
    call.query();
    return Answer.ok(Page.whole(doors.telephone().trunks().list()));
  }

  private Answer addTrunk(Call call) {
    var body = call.body(
        "name",
        "host",
        "port",
        "transport",
        "user_name",
        "password",
        "registers",
        "priority",
        "channels");
    var transport =
        body.optionalText("transport") == null ? "udp" : body.oneOf("transport", TRANSPORTS);
    var trunk = new ShopTrunk(
        TrunkId.next(),
        body.line("name"),
        body.line("host"),
        body.number("port", 0),
        Transport.valueOf(transport.toUpperCase(Locale.ROOT)),
        body.optionalLine("user_name"),
        body.flag("registers", false),
        body.number("priority", 1),
        body.number("channels", USUAL_CHANNELS));
    return Answer.made(
        doors.telephone().trunks().add(call.owner(), trunk, body.optionalLine("password")), null);
  }

  private Answer removeTrunk(Call call) {
    call.body();
    doors.telephone().trunks().remove(call.owner(), call.id(TrunkId::parse));
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

  /// The latest first.
  private Answer calls(Call call) {
    var query = call.query();
    var after = Optional.ofNullable(query.after("calls"))
        .map(id -> doors.telephone().calls().get(new CallId(id)))
        .orElse(null);
    var page = Page.of(
        "calls",
        query.limit(),
        PhoneCall::id,
        limit -> doors.telephone().calls().page(after, limit));
    return Answer.ok(page.map(rows -> rows.stream().map(CallShape::of).toList()));
  }

  private Answer call(Call call) {
    return Answer.ok(CallShape.of(doors.telephone().calls().get(call.id(CallId::parse))));
  }
}
