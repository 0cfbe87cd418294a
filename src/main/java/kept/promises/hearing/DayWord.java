package kept.promises.hearing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// A day or a stretch of days, as it is named: "tomorrow", "next Thursday", "the 2nd", "this week".
sealed interface DayWord {
  /// The last day that counts, seen from today.
  LocalDate last(LocalDate today);

  /// Whether there is such a day ahead: no 30th of February, and no year that is over.
  default boolean isAhead(LocalDate today) {
    return true;
  }

  /// Whether "before" it does not leave its last day out: "before the end of the week".
  default boolean isAnEnd() {
    return false;
  }

  /// The first day of the stretch; a single day is its own.
  default LocalDate first(LocalDate today) {
    return last(today);
  }

  /// "today", "tomorrow", "the day after tomorrow".
  record InDays(int days) implements DayWord {
    @Override
    public LocalDate last(LocalDate today) {
      return today.plusDays(days);
    }
  }

  /// "the end of tomorrow".
  record EndOf(int days) implements DayWord {
    @Override
    public boolean isAnEnd() {
      return true;
    }

    @Override
    public LocalDate last(LocalDate today) {
      return today.plusDays(days);
    }
  }

  /// "the next business day": Monday to Friday.
  record NextBusinessDay() implements DayWord {
    @Override
    public LocalDate last(LocalDate today) {
      var day = today.plusDays(1);
      while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) day = day.plusDays(1);
      return day;
    }
  }

  /// "Thursday" is the coming one, "next Thursday" that of the next calendar week.
  record Weekday(DayOfWeek day, boolean next, int weeksLater) implements DayWord {
    /// Whether it may be that day itself.
    boolean isOn(LocalDate today) {
      return !next && weeksLater == 0 && today.getDayOfWeek() == day;
    }

    @Override
    public LocalDate last(LocalDate today) {
      var monday =
          today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(1);
      var coming = today.with(TemporalAdjusters.next(day));
      var found = next ? monday.with(TemporalAdjusters.nextOrSame(day)) : coming;
      return found.plusWeeks(weeksLater);
    }
  }

  /// "the 2nd", "3 March": the next one; `month` 0 is any, and so is `year`.
  record Date(int month, int day, int year) implements DayWord {
    @Override
    public boolean isAhead(LocalDate today) {
      var found = last(today);
      return found.getDayOfMonth() == day
          && (month == 0 || found.getMonthValue() == month)
          && (year == 0 || found.getYear() == year);
    }

    @Override
    public LocalDate last(LocalDate today) {
      var on = year > today.getYear() ? LocalDate.of(year, 1, 1) : today;
      for (int tried = 0; tried < 1500; tried++, on = on.plusDays(1))
        if (on.getDayOfMonth() == day && (month == 0 || on.getMonthValue() == month)) return on;
      return today;
    }
  }

  /// "the 20th of next month".
  record OfNextMonth(int day) implements DayWord {
    @Override
    public boolean isAhead(LocalDate today) {
      return day <= today.plusMonths(1).lengthOfMonth();
    }

    @Override
    public LocalDate last(LocalDate today) {
      return today.plusMonths(1).withDayOfMonth(day);
    }
  }

  /// Which end of a stretch is meant.
  enum Edge {
    EARLY,
    MIDDLE,
    WHOLE,
    LATE
  }

  /// "this week" ends on Sunday and counts from Friday; "the end of the week" is Friday.
  record Week(int later, Edge edge) implements DayWord {
    @Override
    public LocalDate last(LocalDate today) {
      return switch (edge) {
        case EARLY -> on(today, DayOfWeek.TUESDAY);
        case MIDDLE -> on(today, DayOfWeek.WEDNESDAY);
        case LATE -> on(today, DayOfWeek.FRIDAY);
        case WHOLE -> on(today, DayOfWeek.SUNDAY);
      };
    }

    @Override
    public boolean isAnEnd() {
      return edge == Edge.LATE;
    }

    @Override
    public LocalDate first(LocalDate today) {
      return edge == Edge.WHOLE ? on(today, DayOfWeek.FRIDAY) : last(today);
    }

    LocalDate on(LocalDate today, DayOfWeek day) {
      var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      var found = monday.plusWeeks(later).with(TemporalAdjusters.nextOrSame(day));
      return found.isBefore(today) ? found.plusWeeks(1) : found;
    }
  }

  /// "over the weekend": Sunday at the latest; `by` it is Friday.
  record Weekend(int later) implements DayWord {
    @Override
    public boolean isAnEnd() {
      return true;
    }

    @Override
    public LocalDate last(LocalDate today) {
      return new Week(later, Edge.WHOLE).on(today, DayOfWeek.SUNDAY);
    }

    LocalDate fridayBefore(LocalDate today) {
      return new Week(later, Edge.LATE).on(today, DayOfWeek.FRIDAY);
    }
  }

  /// "the end of March": its last day.
  record NamedMonth(int month) implements DayWord {
    @Override
    public boolean isAnEnd() {
      return true;
    }

    @Override
    public LocalDate last(LocalDate today) {
      var later = Math.floorMod(month - today.getMonthValue(), 12);
      return today.plusMonths(later).with(TemporalAdjusters.lastDayOfMonth());
    }
  }

  /// "next month": its last day.
  record Month(int later) implements DayWord {
    @Override
    public boolean isAnEnd() {
      return later == 0;
    }

    @Override
    public LocalDate last(LocalDate today) {
      return today.plusMonths(later).with(TemporalAdjusters.lastDayOfMonth());
    }
  }
}
