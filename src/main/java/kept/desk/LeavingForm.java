package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kept.platform.Refusal;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import kept.team.AgentId;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Being away, as it was typed: what, from when (empty: now), until when (empty: nobody knows yet).
record LeavingForm(String kind, String from, String until) {
  private static final Duration LONGEST = Duration.ofDays(731);

  /// `field` gives what stands in a field.
  static LeavingForm typed(Function<String, @Nullable String> field) {
    return new LeavingForm(
        text(field.apply("kind")), text(field.apply("from")), text(field.apply("until")));
  }

  boolean isTyped() {
    return !kind.isEmpty();
  }

  Optional<Absence> read(AgentId agent, ShopTime time, Instant now, Mistakes mistakes) {
    var what = mistakes.on("kind", this::meant);
    var typed = mistakes.on("from", () -> from.isEmpty() ? now : at(from, time));
    var ends = until.isEmpty() ? null : mistakes.on("until", () -> at(until, time));
    if (what == null || typed == null || !mistakes.none()) return Optional.empty();
    var starts = typed.isBefore(now) ? now : typed;
    mistakes.on("until", () -> refuseWhatCannotBe(starts, ends));
    if (!mistakes.none()) return Optional.empty();
    return Optional.of(new Absence(AbsenceId.next(), agent, what, starts, ends));
  }

  List<Choice> kinds() {
    var chosen = kind.isEmpty() ? AbsenceKind.AWAY.word() : kind;
    return Stream.of(AbsenceKind.values())
        .map(each -> new Choice(each.word(), AbsenceWords.of(each), each.word().equals(chosen)))
        .toList();
  }

  private AbsenceKind meant() {
    return Stream.of(AbsenceKind.values())
        .filter(each -> each.word().equals(kind))
        .findFirst()
        .orElseThrow(() -> new Refusal("Choose one of the three."));
  }

  private static boolean refuseWhatCannotBe(Instant starts, @Nullable Instant ends) {
    if (ends == null) return true;
    if (!ends.isAfter(starts)) throw new Refusal("Choose a time after it begins.");
    if (Duration.between(starts, ends).compareTo(LONGEST) > 0)
      throw new Refusal("Choose a time within two years, or leave it empty.");
    return true;
  }

  private static Instant at(String typed, ShopTime time) {
    try {
      return LocalDateTime.parse(typed).atZone(time.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal("Pick a day and a time.");
    }
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
