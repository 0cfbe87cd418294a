package kept.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import kept.team.SpecialDay;

/// A day of the shop's own, as it was typed: which, what it is, closed or from when to when.
record OwnDayForm(String date, String name, boolean closed, List<Week.Slot> slots) {
  static final OwnDayForm EMPTY = new OwnDayForm("", "", true, List.of());
  private static final int SLOTS = 2;
  private static final int YEARS = 3;

  static OwnDayForm typed(Form form) {
    var slots = Week.slots(form, "day");
    var closed = !form.text("kind").equals("hours");
    return new OwnDayForm(form.text("date"), form.text("day_name"), closed, slots);
  }

  Optional<SpecialDay> read(HoursWords now, Mistakes mistakes) {
    var day = mistakes.on("date", () -> day(now));
    var spans = mistakes.on("closes_day", this::spans);
    var special = mistakes.on("day_name", () -> new SpecialDay(now.today(), name, List.of()));
    if (day == null || spans == null || special == null) return Optional.empty();
    var meant = new SpecialDay(day, name, spans);
    var before = now.hours().specialDays().get(day);
    if (before != null && !before.equals(meant)) {
      mistakes.add("date", "That day is on the list already. Remove it first.");
      return Optional.empty();
    }
    return Optional.of(meant);
  }

  HoursParts.OwnDays page(HoursWords words) {
    var shown = new ArrayList<>(slots);
    while (shown.size() < SLOTS) shown.add(new Week.Slot("", ""));
    var fields = IntStream.range(0, SLOTS)
        .mapToObj(
            i -> new WeekForm.Slot(i + 1, shown.get(i).opens(), shown.get(i).closes(), false))
        .toList();
    return new HoursParts.OwnDays(words.own(), date, name, closed, fields);
  }

  private LocalDate day(HoursWords now) {
    try {
      var day = LocalDate.parse(date);
      if (day.isBefore(now.today())) throw new Refusal("That day is over. Choose one ahead.");
      if (day.isAfter(now.today().plusYears(YEARS)))
        throw new Refusal("Choose a day within the next three years.");
      return day;
    } catch (DateTimeParseException e) {
      throw new Refusal("Choose the day.");
    }
  }

  private List<OpeningHours.Span> spans() {
    if (closed) return List.of();
    if (slots.isEmpty()) throw new Refusal("Say from when to when you’re open, or choose Closed.");
    var spans = slots.stream().map(slot -> Week.said("that day", slot)).toList();
    if (spans.stream().anyMatch(Nights.Said::overMidnight))
      throw new Refusal("That day has to end by midnight. Add the next day for what comes after.");
    return new SpecialDay(
            LocalDate.EPOCH, "day", spans.stream().map(Nights::evening).toList())
        .spans();
  }
}
