package kept.visitor;

import java.time.Instant;
import kept.team.ShopTime;

/// Times as a customer reads them on their page, in the shop's zone. Pure.
record PageTimes(ShopTime time, Instant now) {
  /// "5:00 pm today", "tomorrow 9:00 am", "Fri 3:00 pm".
  String due(Instant at) {
    // The half of the day stays beside its hour, also in a headline.
    var words = time.due(at, now).replace(" am", "\u00a0am").replace(" pm", "\u00a0pm");
    return time.day(at).equals(time.day(now)) ? words + " today" : words;
  }

  /// "at 3:48 pm", "yesterday at 3:48 pm", "on Nov 22".
  String on(Instant at) {
    var days = time.daysBetween(at, now);
    if (days == 0) return "at " + time.time(at);
    if (days == 1) return "yesterday at " + time.time(at);
    return days < 7 ? "on " + time.weekday(at) : "on " + time.date(at, now);
  }

  /// "10:40", "yesterday", "Mon", "Nov 22": beside a line of the log.
  String log(Instant at) {
    return time.past(at, now);
  }
}
