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
    /// How much of a time lies in this one.
    Duration of(Instant begins, Instant ends) {
      var start = begins.isAfter(from) ? begins : from;
      var end = ends.isBefore(to) ? ends : to;
      return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
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

  /// The first true moment from `since` at which the shop's clock showed this time or a later one.
  Instant firstShown(Instant time, Instant since) {
    for (int i = 0; i < settings.size(); i++) {
      var begins = settings.get(i).at;
      var reached = time.minus(settings.get(i).ahead);
      var moment = reached.isAfter(begins) ? reached : begins;
      if (moment.isBefore(since)) moment = since;
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

  /// The longest that Kept was up without a break between the two.
  Duration longestUp(Instant from, Instant to) {
    return ups.stream().map(up -> up.of(from, to)).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
