package kept.desk;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.team.OpeningHours.Span;

/// Somebody's working hours as a form has them: those of the shop, or their own. Pure.
record ShiftForm(boolean own, Week week) {
  /// Without hours of their own it begins with the shop's.
  static ShiftForm of(Map<DayOfWeek, List<Span>> shifts, Map<DayOfWeek, List<Span>> shop) {
    return new ShiftForm(!shifts.isEmpty(), Week.of(shifts.isEmpty() ? shop : shifts));
  }

  static ShiftForm typed(Form form) {
    return new ShiftForm(form.text("own").equals("yes"), Week.typed(form));
  }

  /// Nothing at all means the shop's hours.
  Optional<Map<DayOfWeek, List<Span>>> read(Mistakes mistakes) {
    if (!own) return Optional.of(Map.of());
    var spans = week.spans(mistakes);
    if (mistakes.none() && spans.isEmpty())
      mistakes.add("own", "Leave at least one day on, or say that it is when the shop is open.");
    return mistakes.none() ? Optional.of(spans) : Optional.empty();
  }

  /// Which state somebody saw.
  static String mark(Map<DayOfWeek, List<Span>> shifts) {
    return Integer.toHexString(Week.of(shifts).form("", "").days().toString().hashCode());
  }

  /// Whether somebody saved something else since `seen`.
  static boolean isStale(
      String seen, Map<DayOfWeek, List<Span>> before, Map<DayOfWeek, List<Span>> meant) {
    var is = mark(before);
    return !seen.isEmpty() && !seen.equals(is) && !mark(meant).equals(is);
  }

  TimeParts.Shifts page(String mark) {
    return new TimeParts.Shifts(own, week.form("Working", "Off"), mark);
  }
}
