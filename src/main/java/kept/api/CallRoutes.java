package kept.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.customers.CustomerId;
import kept.phone.CallId;
import kept.phone.CallListing;
import kept.phone.Carrier;
import kept.phone.HandCalls.Had;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import kept.team.AgentId;

/// Calls: those that were, those that go on, and those that somebody had on another phone.
record CallRoutes(Doors doors) {
  private static final List<String> DIRECTIONS = List.of("inbound", "outbound");
  private static final Boolean[] EITHER = {true, false};

  List<Route> all() {
    return List.of(
        Route.get("/calls", this::calls),
        Route.post("/calls", this::logCall),
        Route.get("/calls/{id}", this::call));
  }

  /// The latest first.
  private Answer calls(Call call) {
    var query =
        call.query("customer", "conversation", "agent", "direction", "outcome", "carrier", "live");
    var filter = new CallListing.Filter(
        query.id("customer", CustomerId::new),
        query.id("conversation", ConversationId::new),
        query.id("agent", AgentId::new),
        query.oneOf(
            "direction", new Direction[] {Direction.INBOUND, Direction.OUTBOUND}, Direction::word),
        query.oneOf("outcome", Outcome.values(), Outcome::word),
        query.oneOf("carrier", Carrier.values(), Carrier::word),
        query.oneOf("live", EITHER, String::valueOf));
    var after = Optional.ofNullable(query.after("calls"))
        .map(id -> doors.telephone().calls().get(new CallId(id)))
        .orElse(null);
    var listing = new CallListing(doors.database());
    var page =
        Page.of("calls", query.limit(), PhoneCall::id, limit -> listing.page(filter, after, limit));
    return Answer.ok(page.map(rows -> rows.stream().map(CallShape::of).toList()));
  }

  private Answer call(Call call) {
    var calls = doors.telephone().calls();
    var one = calls.get(call.id(CallId::parse));
    var legs = doors.telephone().legs();
    return Answer.ok(
        WholeCallShape.of(one, legs.of(one.id()), calls.effortOf(one.id()), legs.ringing(one)));
  }

  /// A call that was had on an ordinary phone and is just over, in a conversation or with somebody.
  private Answer logCall(Call call) {
    var body = call.body("conversation", "customer", "direction", "minutes", "note");
    var conversation = body.optionalId("conversation", ConversationId::new);
    var customer = body.optionalId("customer", CustomerId::new);
    if ((conversation == null) == (customer == null))
      throw Wrong.field(
          "conversation", "Say either the \"conversation\" or the \"customer\" it was with.");
    var note = body.optionalText("note");
    var had = new Had(
        Direction.of(body.oneOf("direction", DIRECTIONS)),
        Duration.ofMinutes(body.number("minutes", 0)),
        note == null ? "" : note);
    var hand = doors.telephone().handCalls();
    var logged = conversation != null
        ? hand.log(call.by(), conversation, had)
        : hand.log(call.by(), customer, had);
    return Answer.made(CallShape.of(logged), Api.PREFIX + "/calls/" + logged.id());
  }
}
