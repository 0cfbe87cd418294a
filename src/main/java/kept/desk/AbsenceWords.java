package kept.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kept.team.Absence;
import kept.team.AbsenceKind;
import kept.team.ShopTime;

/// Being away, at a job or driving, in words as one reads them now. Pure.
record AbsenceWords(ShopTime time, Instant now) {
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);

  static String of(AbsenceKind kind) {
    return switch (kind) {
      case AWAY -> "Away";
      case JOB -> "At a job";
      case DRIVING -> "Driving";
    };
  }

  /// "At a job until 3:30", "Driving until 4", "Away until Mon"; without an end only "Away".
  String doing(Absence absence) {
    var ends = absence.endsAt();
    return ends == null ? of(absence.kind()) : of(absence.kind()) + " until " + until(ends);
  }

  /// "3:30", "4", "noon" today; "Mon", "Dec 2" else.
  String until(Instant at) {
    var days = time.daysBetween(now, at);
    if (days > 0 && days < 7) return WEEKDAY.format(time.local(at));
    if (days != 0) return time.date(at, now);
    if (time.time(at).length() > 8 || !time.time(at).contains(":")) return time.time(at);
    return time.clock(at).replace(":00", "");
  }

  /// "Away from Wed 8:00 am until Fri 8:00 am".
  String planned(Absence absence) {
    var from = of(absence.kind()) + " from " + time.near(absence.startsAt(), now);
    var ends = absence.endsAt();
    return ends == null ? from + ", no date yet" : from + " until " + time.near(ends, now);
  }
}
