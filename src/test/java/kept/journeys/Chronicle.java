package kept.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What truly happened to a shop whose clock was moved and whose Kept was killed: when it was up,
/// and what its clock showed. One thread writes it, and reads it afterwards.
final class Chronicle {
  private record Span(Instant from, Instant to) {
    /// What the two have in common; it ends before it begins when that is nothing.
    Span within(Span other) {
      return new Span(
          from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    Duration length() {
      return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
  }

  private record Setting(Instant at, Duration ahead) {}

  private final List<Setting> settings = new ArrayList<>();
  private final List<Span> ups = new ArrayList<>();
  private @Nullable Instant upSince;

  void clockShows(Instant at, Duration ahead) {
    settings.add(new Setting(at, ahead));
  }

  void up(Instant at) {
    upSince = at;
  }

  void down(Instant at) {
    if (upSince != null) ups.add(new Span(upSince, at));
    upSince = null;
  }

  /// The first true moment at which the shop's clock showed this time or a later one.
  Instant firstShown(Instant time) {
    for (int i = 0; i < settings.size(); i++) {
      var begins = settings.get(i).at;
      var reached = time.minus(settings.get(i).ahead);
      var moment = reached.isAfter(begins) ? reached : begins;
      if (i + 1 == settings.size() || moment.isBefore(settings.get(i + 1).at)) return moment;
    }
    throw new IllegalStateException("The clock never showed " + time);
  }

  /// The last true moment before this one at which the shop's clock showed this time.
  Optional<Instant> lastShown(Instant time, Instant before) {
    for (int i = settings.size() - 1; i >= 0; i--) {
      var moment = time.minus(settings.get(i).ahead);
      var ends = i + 1 == settings.size() ? before : settings.get(i + 1).at;
      if (!moment.isBefore(settings.get(i).at.minusMillis(5))
          && !moment.isAfter(ends)
          && !moment.isAfter(before)) return Optional.of(moment);
    }
    return Optional.empty();
  }

  /// The longest without a break, between the two, that Kept was up and its clock showed this time
  /// or a later one. A clock that is put back gives Kept its time again.
  Duration longestDue(Instant time, Instant from, Instant to) {
    return shows(time).stream()
        .flatMap(shown -> ups.stream().map(up -> up.within(shown).within(new Span(from, to))))
        .map(Span::length)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /// When the clock showed this time or a later one.
  private List<Span> shows(Instant time) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < settings.size(); i++) {
      var ends = i + 1 == settings.size() ? Instant.MAX : settings.get(i + 1).at;
      var span = new Span(time.minus(settings.get(i).ahead), ends)
          .within(new Span(settings.get(i).at, ends));
      if (!span.from.isBefore(ends)) continue;
      var last = spans.isEmpty() ? null : spans.getLast();
      if (last == null || last.to.isBefore(span.from)) spans.add(span);
      else spans.set(spans.size() - 1, new Span(last.from, ends));
    }
    return spans;
  }
}
