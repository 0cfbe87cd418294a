package kept.desk;

import java.util.stream.Collectors;
import kept.desk.TimelineEvent.Happened;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Kind;
import kept.platform.StoredEvent;
import kept.promises.Promise;
import kept.promises.Standing;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What happened to a promise, in words, to a customer of this first name. Pure.
record PromiseFacts(Telling telling, String first) {

  @Nullable
  Happened of(StoredEvent fact, Promise promise) {
    return switch (fact.kind()) {
      case "promise_made" -> made(fact, promise);
      case "promise_kept" -> kept(fact, promise);
      case "promise_broken" -> broken(fact, promise);
      case "promise_new_time_agreed" -> moved(fact, promise);
      case "promise_released" -> released(fact, promise);
      case "promise_undone" ->
        event(fact, actor(fact), "took that back: it is open", Kind.PROMISE_HANDED_ON, promise);
      case "promise_handed_over" -> handedOn(fact, promise);
      case "promise_taken" -> event(fact, actor(fact), "took it", Kind.PROMISE_HANDED_ON, promise);
      case "promise_at_risk" -> atRisk(fact, promise);
      case "alarm_fired" -> alarm(fact, promise);
      default -> null;
    };
  }

  private Happened made(StoredEvent fact, Promise promise) {
    var keeper = telling.name(new AgentId(FactWords.id(fact, "keeper")));
    var due = telling.due(FactWords.time(fact, "due_at"));
    var what = promise.what() + " by " + due + ". " + keeper + " keeps it.";
    var how = actor(fact) + ", " + ChannelWords.by(promise.madeOn());
    return new Happened(head(fact, "Promise made", how), Kind.PROMISE_MADE, what, null);
  }

  private Happened kept(StoredEvent fact, Promise promise) {
    var late = fact.facts().path("late").asBoolean();
    var kind = late ? Kind.PROMISE_KEPT_LATE : Kind.PROMISE_KEPT;
    var standing = new Standing(promise, telling.now()).words();
    return new Happened(head(fact, "Kept", "by " + actor(fact)), kind, promise.what(), standing);
  }

  private Happened broken(StoredEvent fact, Promise promise) {
    var how = "it was due " + telling.due(FactWords.time(fact, "due_at"));
    return event(fact, "This one broke", how, Kind.PROMISE_BROKEN, promise);
  }

  private Happened moved(StoredEvent fact, Promise promise) {
    var what = promise.what() + ", now by " + telling.due(FactWords.time(fact, "to_due"));
    var before = "It was " + telling.due(FactWords.time(fact, "from_due")) + ".";
    var how = actor(fact) + " told " + first;
    return new Happened(head(fact, "New time agreed", how), Kind.PROMISE_MOVED, what, before);
  }

  private Happened released(StoredEvent fact, Promise promise) {
    var why = promise.releaseReason();
    return new Happened(
        head(fact, "Let go", "by " + actor(fact)), Kind.PROMISE_LET_GO, promise.what(), why);
  }

  private Happened handedOn(StoredEvent fact, Promise promise) {
    var to = telling.name(new AgentId(FactWords.id(fact, "to")));
    if (fact.facts().hasNonNull("stands_in_for")) {
      var of = telling.name(new AgentId(FactWords.id(fact, "stands_in_for")));
      return event(fact, to, "stands in for " + of, Kind.PROMISE_HANDED_ON, promise);
    }
    var from = telling.name(new AgentId(FactWords.id(fact, "from")));
    return event(fact, to, "keeps it now, from " + from, Kind.PROMISE_HANDED_ON, promise);
  }

  private Happened atRisk(StoredEvent fact, Promise promise) {
    var how = "says it may be late";
    return new Happened(
        head(fact, actor(fact), how), Kind.ALARM, promise.what(), promise.riskReason());
  }

  /// Breaking has a knot of its own.
  private @Nullable Happened alarm(StoredEvent fact, Promise promise) {
    if (fact.facts().path("step").asString().equalsIgnoreCase("broken")) return null;
    var told = FactWords.agents(fact, "told").stream()
        .map(telling::name)
        .collect(Collectors.joining(", "));
    if (told.isEmpty()) return null;
    return event(fact, "Time is short", "Kept told " + told, Kind.ALARM, promise);
  }

  private String actor(StoredEvent fact) {
    return FactWords.actor(fact, telling);
  }

  private Happened event(StoredEvent fact, String by, String how, Kind kind, Promise promise) {
    return new Happened(head(fact, by, how), kind, promise.what(), null);
  }

  private Head head(StoredEvent fact, String by, String how) {
    return FactWords.head(fact, by, how, telling);
  }
}
