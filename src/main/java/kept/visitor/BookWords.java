package kept.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.customers.Customer;
import kept.frontdoor.BookingTimes;
import kept.frontdoor.BookingTimes.Slot;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import kept.promises.Promise;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.ShopTime;
import kept.visitor.BookPage.Day;
import kept.visitor.BookPage.Lead;
import kept.visitor.BookPage.Picked;
import kept.visitor.BookPage.Time;
import org.jspecify.annotations.Nullable;

/// The times at which somebody can be rung, in words for them. Pure.
record BookWords(BookingTimes times, ShopTime time, Map<AgentId, Agent> team, String path) {
  static final String HEADLINE = "When shall a person ring you?";
  private static final String NONE_KNOWN = "Pick what suits. No menu, no hold.";
  private static final int DAYS = 6;
  /// Further off, a clock says more than a count of minutes.
  private static final Duration NEAR = Duration.ofMinutes(60);

  /// "Sorry we missed you, Marcus." Whom we know by their number only is not called by it.
  ///
  /// @param call for which it was promised; null where nobody knows of one
  Lead lead(@Nullable Promise promise, @Nullable Customer customer, @Nullable PhoneCall call) {
    if (promise == null || customer == null) return new Lead(null, HEADLINE, NONE_KNOWN);
    var name = customer.firstName();
    var called = Character.isLetter(name.charAt(0)) ? ", " + name : "";
    return new Lead(sorry(promise, call) + called + ".", HEADLINE, standing(promise));
  }

  /// What became of their call by the time it was promised, as the text with the link says it too.
  private static String sorry(Promise promise, @Nullable PhoneCall call) {
    if (call == null) return "Sorry we missed you";
    var talked = call.talkedAt() != null && !call.talkedAt().isAfter(promise.madeAt());
    if (talked && call.outcome() == Outcome.DROPPED) return "Sorry your call was cut off";
    if (talked) return "Sorry we kept you on hold";
    if (call.outcome() == Outcome.VOICEMAIL) return "Thanks for your message";
    if (call.outcome() == Outcome.CLOSED) return "Sorry we were closed";
    return call.queuedAt() == null ? "Sorry we missed you" : "Your place in line is kept";
  }

  private String standing(Promise promise) {
    var due = new PageTimes(time, times.now()).due(promise.dueAt());
    if (promise.isLate(times.now()))
      return "You should have heard from us by " + due + ", and we’re sorry. Pick what suits.";
    return name(promise.keeper()) + " has you down for " + due + ". Keep that, or pick what suits.";
  }

  /// The first is chosen, unless a day is looked at.
  List<Time> soonest(@Nullable String chosen, boolean dayPicked) {
    var slots = times.soonest();
    var first = slots.isEmpty() || dayPicked ? "" : slots.getFirst().at().toString();
    var wanted = chosen == null ? first : chosen;
    return slots.stream().map(slot -> near(slot, wanted)).toList();
  }

  List<Day> days(@Nullable LocalDate picked) {
    return times.days(DAYS).stream().map(day -> day(day, picked)).toList();
  }

  @Nullable
  Picked picked(@Nullable LocalDate date, @Nullable String chosen) {
    if (date == null) return null;
    var slots = times.on(date);
    var wanted = chosen == null ? "" : chosen;
    return new Picked(
        wholeDay(date), slots.stream().map(slot -> onDay(slot, wanted)).toList());
  }

  /// "3:30 pm today", "8:15 am tomorrow", "8:15 am Mon".
  String when(Instant at) {
    var days = -time.daysBetween(at, times.now());
    var day = days == 0 ? "today" : days == 1 ? "tomorrow" : time.weekday(at);
    return time.time(at) + " " + day;
  }

  private Time near(Slot slot, String chosen) {
    var away = Duration.between(times.now(), slot.at());
    var value = slot.at().toString();
    if (away.compareTo(NEAR) >= 0)
      return new Time(value, when(slot.at()), name(slot.keeper()), value.equals(chosen));
    var minutes = away.plusSeconds(59).toMinutes();
    var detail = "about " + time.time(slot.at()) + ", " + name(slot.keeper());
    return new Time(value, "In " + minutes + " minutes", detail, value.equals(chosen));
  }

  private Time onDay(Slot slot, String chosen) {
    var value = slot.at().toString();
    return new Time(value, time.time(slot.at()), name(slot.keeper()), value.equals(chosen));
  }

  private Day day(BookingTimes.Day day, @Nullable LocalDate picked) {
    var date = day.date();
    var name = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
    var month = date.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
    var detail = day.open() ? month + " " + date.getDayOfMonth() : "closed";
    return new Day(path + "?day=" + date + "#times", name, detail, day.open(), date.equals(picked));
  }

  private String wholeDay(LocalDate date) {
    return time.wholeDay(date.atTime(12, 0).atZone(time.zone()).toInstant());
  }

  private String name(AgentId agent) {
    var known = team.get(agent);
    return known == null ? "" : known.firstName();
  }
}
