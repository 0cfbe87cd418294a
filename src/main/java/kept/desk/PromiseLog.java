package kept.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kept.desk.PromisePage.Happened;
import kept.phone.PhoneCall;
import kept.platform.StoredEvent;
import kept.promises.Alarm;
import kept.promises.Cause;
import kept.promises.Promise;
import kept.promises.Step;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Everything that happened to a promise, in words: the proof of who was told what, when and how.
/// Pure.
record PromiseLog(Onlooker onlooker, Promise promise) {

  /// The oldest first.
  List<Happened> of(List<StoredEvent> facts, List<Alarm> alarms, List<PhoneCall> calls) {
    var entries = new ArrayList<Entry>();
    for (var fact : facts) {
      var entry = entry(fact);
      if (entry != null) entries.add(entry);
    }
    alarms.forEach(alarm -> entries.addAll(told(alarm)));
    calls.forEach(call -> entries.add(tried(call)));
    return entries.stream()
        .sorted(Comparator.comparing(Entry::at))
        .map(entry -> new Happened(when(entry.at), entry.words, entry.tone))
        .toList();
  }

  /// What is still to come while it is open: "2:48 pm: you are nudged."
  List<String> ahead(List<Alarm> alarms) {
    if (!promise.isOpen()) return List.of();
    return alarms.stream()
        .filter(alarm -> alarm.firedAt() == null)
        .map(alarm -> when(alarm.at()) + ": " + ahead(alarm))
        .toList();
  }

  /// Who hears of it after its keeper.
  AgentId next() {
    var second = promise.second();
    return second == null ? owner() : second;
  }

  private record Entry(Instant at, String words, @Nullable String tone) {}

  private @Nullable Entry entry(StoredEvent fact) {
    var who = fact.actor() == null ? "Kept" : onlooker.name(new AgentId(fact.actor()));
    return switch (fact.kind()) {
      case "promise_made" ->
        new Entry(fact.at(), who + " promised it " + ChannelWords.by(promise.madeOn()), null);
      case "promise_handed_over" -> new Entry(fact.at(), handedOver(fact, who), null);
      case "promise_taken" -> new Entry(fact.at(), who + " said: I’ve got it", null);
      case "promise_at_risk" ->
        new Entry(fact.at(), who + " said that it may be late" + why(), "due");
      case "promise_new_time_agreed" -> new Entry(fact.at(), moved(fact, who), null);
      case "promise_broken" ->
        new Entry(due(fact, "due_at"), "It broke: the time passed and it wasn’t kept", "risk");
      case "promise_kept" -> new Entry(fact.at(), who + " kept it", "kept");
      case "promise_undone" -> new Entry(fact.at(), who + " took that back", null);
      case "promise_proved" -> new Entry(fact.at(), who + " showed that it is done", "kept");
      case "promise_released" ->
        new Entry(fact.at(), who + " let it go: " + promise.releaseReason(), null);
      default -> null;
    };
  }

  /// Reaching a mailbox is a try: only the one who called can say that it was kept.
  private Entry tried(PhoneCall call) {
    var words = call.agent() == null
        ? "We rang them, and nobody answered"
        : onlooker.name(call.agent()) + " rang them, "
            + ShopTime.length(call.talked(onlooker.now()));
    return new Entry(call.beganAt(), words, null);
  }

  private String handedOver(StoredEvent fact, String who) {
    var from = onlooker.nameWithin(agent(fact, "from"));
    var to = agent(fact, "to");
    if (fact.facts().hasNonNull("stands_in_for")) {
      var of = onlooker.nameWithin(agent(fact, "stands_in_for"));
      return onlooker.name(to) + (onlooker.is(to) ? " stand" : " stands") + " in for " + of;
    }
    if (fact.actor() == null) return wentBack(fact, from, onlooker.nameWithin(to));
    if (fact.actor() != null && to.value().equals(fact.actor()))
      return who + " took it from " + from;
    return who + " handed it from " + from + " to " + onlooker.nameWithin(to);
  }

  /// Kept gives it on by itself when somebody is back, or left the team.
  private String wentBack(StoredEvent fact, String from, String to) {
    var known = onlooker.team().get(agent(fact, "from"));
    return known == null || known.isHere()
        ? "It came back from " + from + " to " + to
        : "It went from " + from + ", who left, to " + to;
  }

  private String moved(StoredEvent fact, String who) {
    return who + " moved it from " + when(due(fact, "from_due")) + " to "
        + when(due(fact, "to_due")) + " and told them";
  }

  private String why() {
    return promise.riskReason() == null ? "" : ": " + promise.riskReason();
  }

  /// One line for each whom a step told, with every way it took.
  private List<Entry> told(Alarm alarm) {
    var byAgent = alarm.told().stream()
        .collect(Collectors.groupingBy(Alarm.Told::agent, LinkedHashMap::new, Collectors.toList()));
    var entries = new ArrayList<Entry>();
    byAgent.forEach((agent, ways) -> entries.add(new Entry(
        ways.getFirst().sentAt(),
        onlooker.name(agent) + " " + heard(agent, alarm.step()) + ": " + ways(ways),
        alarm.step() == Step.BROKEN ? "risk" : null)));
    return entries;
  }

  private String heard(AgentId agent, Step step) {
    var was = onlooker.is(agent) ? "were" : "was";
    return switch (step) {
      case NUDGE -> was + " nudged";
      case SECOND, EVERYONE, OWNER -> was + " told that nobody has it";
      case BROKEN -> was + " told that it broke";
    };
  }

  /// "on the desk, seen 1:55; by mail, sent 1:53".
  private String ways(List<Alarm.Told> ways) {
    return ways.stream().map(this::way).collect(Collectors.joining("; "));
  }

  private String way(Alarm.Told told) {
    var by = by(told.channel());
    if (told.seenAt() != null) return by + ", seen " + when(told.seenAt());
    if (told.deliveredAt() != null) return by + ", sent " + when(told.deliveredAt());
    if (told.channel().equals("desk"))
      return by + (promise.isOpen() ? ", not seen yet" : ", not seen");
    return by + (promise.isOpen() ? ", waiting to be sent" : ", not sent");
  }

  private static String by(String channel) {
    return switch (channel) {
      case "mail" -> "by mail";
      case "push" -> "on the phone";
      case "text" -> "by text";
      case "call" -> "by a call";
      default -> "on the desk";
    };
  }

  private String ahead(Alarm alarm) {
    var keeper = onlooker.nameWithin(promise.keeper());
    var second = onlooker.nameWithin(next());
    return switch (alarm.step()) {
      case NUDGE -> keeper + (onlooker.is(promise.keeper()) ? " are nudged." : " is nudged.");
      case SECOND -> second + (second.equals("you") ? " hear of it." : " hears of it.");
      case EVERYONE -> "everyone taking calls hears of it.";
      case OWNER ->
        onlooker.nameWithin(owner())
            + (onlooker.me().role() == Role.OWNER ? " hear of it." : " hears of it.");
      case BROKEN -> alarm.cause() == Cause.AGAIN ? "it is said again." : "it breaks.";
    };
  }

  private AgentId owner() {
    return onlooker.team().values().stream()
        .filter(agent -> agent.isHere() && agent.role() == Role.OWNER)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A shop has an owner."))
        .id();
  }

  private String when(Instant at) {
    return onlooker.time().near(at, onlooker.now());
  }

  private static AgentId agent(StoredEvent fact, String field) {
    return new AgentId(UUID.fromString(fact.facts().get(field).asString()));
  }

  private static Instant due(StoredEvent fact, String field) {
    return Instant.parse(fact.facts().get(field).asString());
  }
}
