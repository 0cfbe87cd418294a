package kept.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kept.desk.FrontDoorPage.Bill;
import kept.desk.FrontDoorPage.Line;
import kept.frontdoor.CallerCost;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import org.jspecify.annotations.Nullable;

/// What a front door costs a caller, in words. Pure.
record BillWords(Plan plan, @Nullable Plan before) {
  /// "A caller presses no keys and hears a person in 6 seconds. When it’s busy, 14."
  String sentence() {
    if (plan.waves().isEmpty()) return "A caller would never reach a person.";
    var cost = cost();
    var busy = seconds(cost.whenBusy());
    var person = "A caller presses no keys and hears a person in " + seconds(cost.toAPerson())
        + " seconds. ";
    return person
        + (CallerCost.hasASecond(plan)
            ? "When it’s busy, " + busy + "."
            : "When nobody can, we say so after " + busy + ".");
  }

  /// "0 keys, 6 s, 14 busy"
  String brief() {
    if (plan.waves().isEmpty()) return "Nobody rings";
    var cost = cost();
    return "0 keys, " + seconds(cost.toAPerson()) + " s, " + seconds(cost.whenBusy()) + " busy";
  }

  /// What callers would notice of a draft, against what is in force.
  String difference() {
    if (before == null) return "";
    if (plan.waves().isEmpty()) return "Nobody would ring.";
    var was = CallerCost.of(before);
    var now = cost();
    var changes = new ArrayList<String>();
    add(changes, "callers", now.toAPerson().minus(was.toAPerson()));
    add(changes, "busy callers", now.whenBusy().minus(was.whenBusy()));
    var hello = hello(plan).minus(hello(before));
    if (!hello.isZero())
      changes.add("hello is " + seconds(hello.abs()) + " s "
          + (hello.isNegative() ? "shorter" : "longer") + ", while phones ring");
    var keys = plan.keys().size() - before.keys().size();
    if (keys > 0) changes.add("everybody has " + counted(keys, "more key") + " to listen for");
    if (keys < 0) changes.add("nobody listens for " + counted(-keys, "key") + " any more");
    if (now.names() > was.names()) changes.add("somebody new has to say who they are");
    if (changes.isEmpty()) return "It costs a caller the same.";
    var first = changes.getFirst();
    changes.set(0, Character.toUpperCase(first.charAt(0)) + first.substring(1));
    return String.join(", ", changes) + ".";
  }

  private static void add(List<String> changes, String who, Duration more) {
    if (more.isNegative()) changes.add(who + " save " + seconds(more.negated()) + " s");
    if (more.isPositive()) changes.add(who + " wait " + seconds(more) + " s more");
  }

  Bill bill(String whatItWas) {
    var now = cost();
    var was = before == null ? null : CallerCost.of(before);
    var lines = List.of(
        line("Keys they must press", now.keys(), "", was == null ? null : was.keys()),
        line("Before it rings", now.beforeItRings(), was == null ? null : was.beforeItRings()),
        line("Hello, while it rings", hello(plan), before == null ? null : hello(before)),
        reached("To a person", now.toAPerson(), was == null ? null : was.toAPerson()),
        reached("When it’s busy", now.whenBusy(), was == null ? null : was.whenBusy()),
        line("Times they say who they are", now.names(), "", was == null ? null : was.names()));
    return new Bill(
        lines, clock(now.longest()), was == null ? null : clock(was.longest()), note(whatItWas));
  }

  private String note(String whatItWas) {
    var asked = plan.screening() == Screening.WITHHELD
        ? " Whoever withholds their number says their name once, which takes 6 s."
        : "";
    var busy = CallerCost.hasASecond(plan)
        ? "Busy is when the first ones don’t pick up."
        : "Busy is until we say that nobody can.";
    return whatItWas + " " + busy + asked;
  }

  /// Where nobody rings, nobody is reached.
  private Line reached(String words, Duration now, @Nullable Duration was) {
    var line = line(words, now, was);
    return plan.waves().isEmpty() ? new Line(words, "never", "", line.was()) : line;
  }

  /// In whole seconds, as its own chip says it.
  private static Duration hello(Plan plan) {
    return Duration.ofSeconds(Math.ceilDiv(plan.greetings().hello().toMillis(), 1000L));
  }

  private static Line line(String words, Duration now, @Nullable Duration was) {
    var before = was == null ? null : "was " + seconds(was) + " s";
    return new Line(words, "" + seconds(now), "s", before);
  }

  private static Line line(String words, int now, String unit, @Nullable Integer was) {
    return new Line(words, "" + now, unit, was == null ? null : "was " + was);
  }

  private CallerCost cost() {
    return CallerCost.of(plan);
  }

  /// "0:32"
  private static String clock(Duration length) {
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }

  private static String counted(int number, String thing) {
    return number == 1 ? "one " + thing : number + " " + thing + "s";
  }

  private static long seconds(Duration length) {
    return length.toSeconds();
  }
}
