package kept.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import kept.team.AbsenceKind;
import kept.team.ShopTime;

/// Where whoever looks is now, for the frame of every page, and until when they may be elsewhere
/// with one tap. Pure.
final class Stays {
  private static final int HALF_HOUR = 30;
  /// Less than this is over before it is said.
  private static final int SOON = 10;

  private static final List<Integer> AHEAD = List.of(0, 30, 60, 120);

  private Stays() {}

  static Frame.Stay of(Onlooker onlooker) {
    var now = onlooker.now();
    var time = onlooker.time();
    var absence = onlooker.absence();
    if (absence == null) return new Frame.Stay(null, null, untils(time, now));
    var on = absence.kind() == AbsenceKind.AWAY ? "off" : "busy";
    return new Frame.Stay(new AbsenceWords(time, now).doing(absence), on, List.of());
  }

  /// The next half hours, then the hours after them: at 2:24 these are 3:00, 3:30, 4:00 and 5:00.
  static List<Choice> untils(ShopTime time, Instant now) {
    var soon = time.local(now).plusMinutes(SOON).truncatedTo(ChronoUnit.MINUTES);
    var first = soon.plusMinutes((HALF_HOUR - soon.getMinute() % HALF_HOUR) % HALF_HOUR);
    return Stream.of(first)
        .flatMap(at -> AHEAD.stream().map(at::plusMinutes))
        .map(at -> new Choice(at.toLocalDateTime().toString(), time.clock(at.toInstant()), false))
        .toList();
  }
}
