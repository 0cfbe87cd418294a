package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import kept.promises.Ladder;
import kept.promises.PromiseRule;
import kept.team.OpeningHours;
import kept.team.ShopTime;

/// Who hears when before a promise breaks, in sentences, and on the example of one that is made at
/// one for five. Pure.
final class LadderWords {
  /// Any day in a shop that never closes, so that the example is the rule and nothing else.
  private static final ShopTime TIME = new ShopTime(ZoneOffset.UTC);

  private static final Instant MADE =
      LocalDate.of(2026, 1, 5).atTime(LocalTime.of(13, 0)).toInstant(ZoneOffset.UTC);
  private static final Duration RUN = Duration.ofHours(4);

  private LadderWords() {}

  static SettingsPage.Ladder of(PromiseRule rule) {
    var hours = new OpeningHours(ZoneOffset.UTC, Map.of());
    var rungs = Ladder.of(MADE, MADE.plus(RUN), hours, rule).stream()
        .map(rung -> rung(rung, rule))
        .toList();
    return new SettingsPage.Ladder(rungs, ofShort(rule));
  }

  private static SettingsPage.Rung rung(Ladder.Rung rung, PromiseRule rule) {
    return switch (rung.step()) {
      case NUDGE ->
        rung(
            rung,
            "Whoever keeps it",
            "When a quarter of the time is left, and at least " + rule.leadMinutes()
                + " minutes before. What runs for over a day: two hours before, and when you open"
                + " that day.");
      case SECOND ->
        rung(
            rung,
            "Their second",
            "A third of the way from there to the owner; at once when the keeper won’t be there.");
      case EVERYONE -> rung(rung, "Everyone who takes calls", "Two thirds of the way.");
      case OWNER ->
        rung(
            rung,
            "The owner, by phone where there is one",
            rule.ownerMinutes() + " minutes before.");
      case BROKEN ->
        rung(
            rung,
            "Keeper and owner: it broke",
            "The honest note to the customer is drafted. Every day at that time, until somebody"
                + " ends it.");
    };
  }

  private static SettingsPage.Rung rung(Ladder.Rung rung, String who, String when) {
    return new SettingsPage.Rung(TIME.time(rung.at()), who, when);
  }

  /// What is promised for sooner than this has its own steps.
  private static String ofShort(PromiseRule rule) {
    return "What is promised for less than " + rule.shortRun().toMinutes()
        + " minutes ahead climbs by parts of its time: 50, 65, 80 and 90 %.";
  }
}
