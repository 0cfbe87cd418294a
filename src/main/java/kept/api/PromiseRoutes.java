package kept.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.conversations.ConversationId;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.PromiseListing;
import kept.promises.PromiseState;
import kept.team.AgentId;

/// Promises, how they go on and how they end.
record PromiseRoutes(Doors doors) {
  List<Route> all() {
    return List.of(
        Route.get("/promises", this::list),
        Route.post("/promises", this::make),
        Route.get("/promises/{id}", call -> Answer.ok(shape(asked(call)))),
        Route.post("/promises/{id}/keeping", this::keep),
        Route.post("/promises/{id}/undoing", this::undo),
        Route.post("/promises/{id}/new-time", this::agreeNewTime),
        Route.post("/promises/{id}/release", this::release),
        Route.post("/promises/{id}/keeper", this::handTo),
        Route.post("/promises/{id}/risk", this::atRisk),
        Route.get("/promises/{id}/alarms", this::alarms));
  }

  private Answer list(Call call) {
    var query = call.query("state", "keeper", "conversation");
    var filter = new PromiseListing.Filter(
        query.oneOf("state", PromiseState.values(), PromiseState::word),
        query.id("keeper", AgentId::new),
        query.id("conversation", ConversationId::new));
    var cursor = Optional.ofNullable(query.after("promises")).map(PromiseId::new);
    var after = cursor.map(this::behind).orElse(null);
    var page = Page.of(
        "promises",
        query.limit(),
        Promise::id,
        limit -> doors.promiseListing().page(filter, after, limit));
    return Answer.ok(page.map(this::shapes));
  }

  private Answer make(Call call) {
    var body = call.body("conversation", "what", "kind", "keeper", "second", "due_at", "due_in");
    var conversation = doors
        .conversations()
        .find(body.id("conversation", ConversationId::new))
        .orElseThrow(() -> Wrong.field("conversation", "There is no such conversation."));
    var kind = body.oneOf("kind", Stream.of(Kind.values()).map(Kind::word).toList());
    var second =
        body.optionalText("second") == null ? null : Colleagues.here(doors.team(), body, "second");
    var commitment = new Commitment(
        conversation.id(),
        body.line("what"),
        Kind.of(kind),
        Colleagues.hereOr(call.by(), doors.team(), body, "keeper"),
        second,
        due(body),
        conversation.channel());
    var promise = doors.promises().make(call.by(), commitment);
    return Answer.made(shape(promise), Api.PREFIX + "/promises/" + promise.id());
  }

  /// A time, or how long the shop is to have been open until then.
  private Instant due(Body body) {
    if (body.optionalText("due_in") == null) return body.time("due_at");
    if (body.optionalText("due_at") == null) return doors.promises().dueIn(body.length("due_in"));
    throw Wrong.field("due_in", "Send \"due_at\" or \"due_in\", not both.");
  }

  private Answer keep(Call call) {
    var promise = asked(call).id();
    var proof = call.body("proof").optionalLine("proof");
    doors.database().useTransaction(tx -> {
      doors.promises().keep(call.by(), promise);
      if (proof != null) doors.endings().prove(call.by(), promise, proof, null);
    });
    return now(promise);
  }

  private Answer undo(Call call) {
    var promise = asked(call).id();
    call.body();
    doors.endings().undo(call.by(), promise);
    return now(promise);
  }

  private Answer agreeNewTime(Call call) {
    var promise = asked(call);
    var body = call.body("due_at", "words", "from_due");
    var from = body.optionalText("from_due") == null ? promise.dueAt() : body.time("from_due");
    if (!from.equals(promise.dueAt()))
      throw new Refusal("It is due at " + promise.dueAt() + " by now. Look at it again first.");
    doors.promises().agreeNewTime(call.by(), promise, body.time("due_at"), body.text("words"));
    return now(promise.id());
  }

  private Answer release(Call call) {
    var promise = asked(call).id();
    doors.promises().release(call.by(), promise, call.body("reason").line("reason"));
    return now(promise);
  }

  private Answer handTo(Call call) {
    var promise = asked(call).id();
    var keeper = Colleagues.here(doors.team(), call.body("agent"), "agent");
    doors.promises().handTo(call.by(), promise, keeper);
    return now(promise);
  }

  private Answer atRisk(Call call) {
    var promise = asked(call).id();
    doors.promises().atRisk(call.by(), promise, call.body("reason").line("reason"));
    return now(promise);
  }

  private Answer alarms(Call call) {
    var alarms = doors.alarms().of(asked(call).id());
    return Answer.ok(Page.whole(alarms.stream().map(AlarmShape::of).toList()));
  }

  private Promise asked(Call call) {
    return doors.promises().get(call.id(PromiseId::parse));
  }

  private Promise behind(PromiseId id) {
    try {
      return doors.promises().get(id);
    } catch (NotFound e) {
      throw Cursor.unknown();
    }
  }

  private Answer now(PromiseId id) {
    return Answer.ok(shape(doors.promises().get(id)));
  }

  private PromiseShape shape(Promise promise) {
    return shapes(List.of(promise)).getFirst();
  }

  private List<PromiseShape> shapes(List<Promise> promises) {
    var times = doors.promises().newTimesOf(promises.stream().map(Promise::id).toList());
    var proofs = doors.endings().proofsOf(promises.stream().map(Promise::id).toList());
    return promises.stream()
        .map(promise -> PromiseShape.of(promise, times, proofs))
        .toList();
  }
}
