package kept.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kept.promises.StandIns.Touched;
import kept.team.Absence;
import kept.team.AbsenceKind;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What an absence would do to promises, told to whoever is about to say it. Pure.
record LeavingWords(Onlooker onlooker, Absence absence) {
  private static final int MOST = 6;

  TimeParts.What what(List<Touched> touched) {
    return new TimeParts.What(sentence(touched), promises(touched), yes());
  }

  /// "2 promises go to Priya while you’re away, and come back on Mon 8:00 am."
  String sentence(List<Touched> touched) {
    if (touched.isEmpty()) return "No promise is touched by it.";
    if (absence.kind() != AbsenceKind.AWAY) return inDanger(touched);
    var moving = byStandIn(touched);
    var sentences = moving.entrySet().stream().map(this::goes).collect(Collectors.joining(" "));
    var staying = touched.stream().filter(this::stays).count();
    if (staying == 0) return sentences;
    var stay = Counted.atStart((int) staying) + (staying == 1 ? " stays with " : " stay with ")
        + who() + ": nobody else is there.";
    return (sentences + " " + stay).strip();
  }

  private Map<AgentId, Integer> byStandIn(List<Touched> touched) {
    var moving = new LinkedHashMap<AgentId, Integer>();
    for (var each : touched) if (!stays(each)) moving.merge(each.answers(), 1, Integer::sum);
    return moving;
  }

  private String goes(Map.Entry<AgentId, Integer> moving) {
    var one = moving.getValue() == 1;
    var ends = absence.endsAt();
    return count(moving.getValue()) + (one ? " goes to " : " go to ")
        + onlooker.nameWithin(moving.getKey()) + " while " + who() + (you() ? "’re" : " is")
        + " away, and " + (one ? "comes" : "come") + " back "
        + (ends == null ? "when " + who() + (you() ? " do." : " does.") : on(ends) + ".");
  }

  /// In a job or driving they keep what is theirs, and the second hears of it.
  private String inDanger(List<Touched> touched) {
    var one = touched.size() == 1;
    var second = touched.getFirst().promise().second();
    return count(touched.size()) + (one ? " is" : " are") + " due in that time. "
        + (one ? "It stays " : "They stay ") + (you() ? "yours" : "with " + who()) + ", and "
        + hears(second) + " at once.";
  }

  private String hears(@Nullable AgentId second) {
    if (second == null) return "the owner hears of it";
    return onlooker.is(second) ? "you hear of it" : onlooker.name(second) + " hears of it";
  }

  private List<String> promises(List<Touched> touched) {
    var due = touched.stream().filter(Touched::dueMeanwhile).toList();
    var words = new PromiseWords(onlooker);
    var named = due.stream()
        .limit(MOST)
        .map(each -> each.promise().what() + ", due " + words.hour(each.promise()))
        .collect(Collectors.toList());
    if (due.size() > MOST) named.add("and " + (due.size() - MOST) + " more");
    return named;
  }

  private String yes() {
    var planned = absence.startsAt().isAfter(onlooker.now());
    var words = new AbsenceWords(onlooker.time(), onlooker.now());
    return "Yes, " + decapitalised(planned ? words.planned(absence) : words.doing(absence));
  }

  private boolean stays(Touched touched) {
    return touched.answers().equals(absence.agent());
  }

  private boolean you() {
    return onlooker.is(absence.agent());
  }

  private String who() {
    return onlooker.nameWithin(absence.agent());
  }

  /// "on Mon 8:00 am", "at 3:30 pm", "at noon".
  private String on(Instant at) {
    var near = onlooker.time().near(at, onlooker.now());
    return (onlooker.time().daysBetween(onlooker.now(), at) == 0 ? "at " : "on ") + near;
  }

  private static String count(int promises) {
    return Counted.atStart(promises) + (promises == 1 ? " promise" : " promises");
  }

  private static String decapitalised(String words) {
    return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
