package kept.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.line.sip.Transport;
import kept.phone.ShopTrunk;
import kept.phone.TrunkId;
import org.jspecify.annotations.Nullable;

/// The providers that carry the shop's calls, and whether they do. All of it is the owner's.
record TrunkRoutes(Doors doors) {
  private static final List<String> TRANSPORTS = List.of("udp", "tcp", "tls");
  private static final String[] FIELDS = {
    "name",
    "host",
    "port",
    "transport",
    "user_name",
    "password",
    "registers",
    "priority",
    "channels"
  };

  /// What a trunk is where nothing is said.
  private static final ShopTrunk USUAL =
      new ShopTrunk(TrunkId.next(), "", "", 0, Transport.UDP, null, false, 1, 10);

  List<Route> all() {
    return List.of(
        Route.get("/trunks", this::trunks),
        Route.post("/trunks", this::addTrunk),
        Route.post("/trunks/{id}", this::changeTrunk),
        Route.post("/trunks/{id}/removal", this::removeTrunk),
        Route.asking("/trunks/{id}/tests", this::testTrunk));
  }

  private Answer trunks(Call call) {
    call.query();
    return Answer.ok(Page.whole(doors.telephone().trunks().list()));
  }

  private Answer addTrunk(Call call) {
    var body = call.body(FIELDS);
    body.line("name");
    body.line("host");
    var trunk = read(body, USUAL, TrunkId.next());
    return Answer.made(
        doors.telephone().trunks().add(call.owner(), trunk, body.optionalLine("password")), null);
  }

  /// What is left out stays as it is.
  private Answer changeTrunk(Call call) {
    var before = doors.telephone().trunks().get(call.id(TrunkId::parse));
    var body = call.body(FIELDS);
    var trunk = read(body, before, before.id());
    return Answer.ok(
        doors.telephone().trunks().change(call.owner(), trunk, body.optionalLine("password")));
  }

  private static ShopTrunk read(Body body, ShopTrunk usual, TrunkId id) {
    return new ShopTrunk(
        id,
        or(body.optionalLine("name"), usual.name()),
        or(body.optionalLine("host"), usual.host()),
        body.number("port", usual.port()),
        body.optionalText("transport") == null
            ? usual.transport()
            : Transport.valueOf(body.oneOf("transport", TRANSPORTS).toUpperCase(Locale.ROOT)),
        body.optionalLine("user_name") == null ? usual.userName() : body.line("user_name"),
        body.flag("registers", usual.registers()),
        body.number("priority", usual.priority()),
        body.number("channels", usual.channels()));
  }

  private static String or(@Nullable String said, String usual) {
    return said == null ? usual : said;
  }

  private Answer removeTrunk(Call call) {
    call.body();
    doors.telephone().trunks().remove(call.owner(), call.id(TrunkId::parse));
    return Answer.ok(Map.of());
  }

  /// Waits for what the provider says, five seconds at most.
  private Answer testTrunk(Call call) {
    call.body();
    call.owner();
    return Answer.ok(doors.telephone().line().test(call.id(TrunkId::parse)));
  }
}
