package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import kept.promises.Alarm;
import kept.promises.AlarmCheck;
import kept.promises.AlarmLog;
import kept.promises.Cause;
import kept.promises.Step;

/// The alarm log in words. Pure.
record AlarmLogWords(Onlooker onlooker) {
  private static final Duration LATE = Duration.ofMinutes(1);

  AlarmsPage.Line line(AlarmLog.Entry entry) {
    var alarm = entry.alarm();
    var at = alarm.firedAt() == null ? alarm.at() : alarm.firedAt();
    return new AlarmsPage.Line(
        alarm.id().toString(),
        when(at),
        step(alarm),
        alarm.step() == Step.BROKEN ? "risk" : null,
        entry.promise().what(),
        "/promises/" + entry.promise().id(),
        "For " + entry.customerName() + ", due " + when(entry.promise().dueAt()),
        proof(entry));
  }

  AlarmsPage.Check check(List<AlarmCheck> checks) {
    var judged = checks.stream().filter(check -> check.judgedAt() != null).toList();
    if (judged.isEmpty()) {
      var words = checks.isEmpty()
          ? "Once a day, when you open, Kept sends itself an alarm the whole way. The first is still to come."
          : "Once a day, when you open, Kept sends itself an alarm the whole way. The first comes "
              + when(checks.getFirst().at()) + ".";
      return new AlarmsPage.Check(words, false, List.of());
    }
    var last = judged.getFirst();
    return new AlarmsPage.Check(
        words(last),
        last.trouble() != null,
        judged.stream().skip(1).map(this::words).toList());
  }

  private String words(AlarmCheck check) {
    var trouble = check.trouble();
    return trouble != null ? trouble : when(check.at()) + ": the daily alarm came on every way.";
  }

  private static String step(Alarm alarm) {
    if (alarm.cause() == Cause.HANDED_OVER) return "New keeper";
    return switch (alarm.step()) {
      case NUDGE -> alarm.cause() == Cause.OPENING ? "At opening" : "Nudge";
      case SECOND -> "Second";
      case EVERYONE -> "Everyone";
      case OWNER -> "Owner";
      case BROKEN ->
        alarm.cause() == Cause.AGAIN
            ? "Still broken"
            : alarm.firedAt() == null ? "Breaks" : "Broke";
    };
  }

  private List<String> proof(AlarmLog.Entry entry) {
    var alarm = entry.alarm();
    var open = entry.promise().isOpen();
    var byAgent = alarm.told().stream()
        .collect(Collectors.groupingBy(Alarm.Told::agent, LinkedHashMap::new, Collectors.toList()));
    var lines = new ArrayList<String>();
    var fired = alarm.firedAt();
    if (fired != null && fired.isAfter(alarm.at().plus(LATE)))
      lines.add("Meant for " + when(alarm.at()) + ", went out late.");
    byAgent.forEach((agent, ways) -> lines.add(onlooker.name(agent) + ": "
        + ways.stream().map(told -> way(told, open)).collect(Collectors.joining(", "))));
    var taker = alarm.takenBy();
    var taken = alarm.takenAt();
    if (taker != null && taken != null) lines.add(onlooker.name(taker) + " took it " + when(taken));
    return lines;
  }

  /// "desk seen 2:31", "mail sent 2:30", "push not sent yet"; once the promise is over, nothing
  /// more is to come.
  private String way(Alarm.Told told, boolean open) {
    var way = told.channel();
    if (told.seenAt() != null) return way + " seen " + when(told.seenAt());
    if (told.deliveredAt() != null) return way + " sent " + when(told.deliveredAt());
    if (told.heldUntil() != null && told.heldUntil().isAfter(onlooker.now()))
      return way + " held until " + when(told.heldUntil());
    return way + (way.equals("desk") ? " not seen" : " not sent") + (open ? " yet" : "");
  }

  private String when(Instant at) {
    return onlooker.time().near(at, onlooker.now());
  }
}
