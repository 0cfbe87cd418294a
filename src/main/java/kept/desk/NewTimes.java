package kept.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.desk.NewTime.Slot;
import kept.platform.Refusal;
import kept.promises.Item;
import kept.team.AgentId;
import kept.team.Roster;
import org.jspecify.annotations.Nullable;

/// A new time for a promise, prepared: when it could be instead, and what the customer reads. Pure.
///
/// Two times may be offered at once. The earlier is the new due time from the moment the message is
/// sent; the later is an offer in its words. So somebody answers for the promise while the customer
/// makes up their mind, and it moves on to the later time only as any promise does: by telling
/// them.
record NewTimes(Onlooker onlooker, Roster roster) {
  /// Where the message says the time that is picked.
  static final String TIME = "{time}";

  /// How the second of two is offered after the first.
  static final String OR = ", or " + TIME + " if you’d rather";

  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration AFTER_OPENING = Duration.ofMinutes(15);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int QUARTERS_OF_A_DAY = 96;
  private static final int LOOK_AHEAD = 14;
  private static final int MOST = 2;

  /// The times that were picked, the earlier first: that one is promised.
  record Picked(Instant due, @Nullable Instant or) {}

  /// An hour later, or as soon as its keeper is there after that, and a little after the shop opens
  /// on another day when they are. Until something is `picked`, both are.
  List<Slot> slots(Item item, Collection<String> picked) {
    var offered = new ArrayList<>(offered(item));
    picked.stream().flatMap(each -> ahead(each).stream()).forEach(offered::add);
    var times = offered.stream().distinct().sorted().toList();
    return times.stream()
        .map(at -> slot(at, times, picked.isEmpty() || picked.contains(value(at))))
        .toList();
  }

  /// "Rosa, about your fridge quote: we said 2:45 pm and won’t make it. …"
  String message(Item item, String matter) {
    var due = item.promise().dueAt();
    return message(item, matter, due, onlooker.now().isAfter(due));
  }

  private String message(Item item, String matter, Instant due, boolean late) {
    var first = Customer.firstNameOf(item.customerName());
    var happened = late
        ? "we said " + words(due) + " and didn’t make it, and I’m sorry."
        : "we said " + words(due) + " and won’t make it.";
    return first + ", about “" + matter + "”: " + happened + " " + will(item) + " by " + TIME
        + ". Just answer if another time suits you better.\n\n" + onlooker.me().firstName();
  }

  private static String will(Item item) {
    return switch (item.promise().kind()) {
      case CALLBACK -> "You’ll hear from us";
      case VISIT -> "Somebody will be with you";
      case INFORMATION -> "You’ll have an answer";
      case REFUND, REPLACEMENT, SHIPMENT, FIX, ESCALATION, OTHER -> "You’ll have it";
    };
  }

  /// What came back from the form: one time, or two to choose from; `other` is the one that stands
  /// in its own field.
  Picked picked(Collection<String> slots, String other) {
    if (slots.isEmpty()) throw new Refusal("Pick a time.");
    var times = slots.stream()
        .map(slot -> times().meant(slot, other))
        .distinct()
        .sorted()
        .toList();
    if (times.size() > MOST) throw new Refusal("Offer two times at most.");
    return new Picked(times.getFirst(), times.size() == 1 ? null : times.getLast());
  }

  /// What is sent: the time that was picked stands where the message leaves room for it, or where
  /// somebody wrote it.
  String said(String message, Picked picked) {
    var due = words(picked.due());
    var or = picked.or() == null ? "" : OR.replace(TIME, words(picked.or()));
    var said = message.replace(TIME, due + or);
    if (NewTimeNamed.in(said, due)
        && (picked.or() == null || NewTimeNamed.in(said, words(picked.or())))) return said;
    throw new Refusal("Say the new time: write " + due + or + " or " + TIME + " where it goes.");
  }

  /// A message that was written for the due time that stood `then`, for the one that stands
  /// now: another one unless somebody wrote in it, else the same with that time in it.
  String messageAnew(Item item, String matter, String message, Instant then) {
    var typed = message.replace("\r\n", "\n");
    var untouched =
        Stream.of(true, false).anyMatch(late -> typed.equals(message(item, matter, then, late)));
    return untouched
        ? message(item, matter)
        : NewTimeNamed.swapped(message, words(then), words(item.promise().dueAt()));
  }

  /// The due time that a sheet was written for, as it came back with it.
  static Optional<Instant> stood(String stood) {
    try {
      return Optional.of(Instant.parse(stood));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private ReadyTimes times() {
    return new ReadyTimes(roster.hours(), onlooker.time(), onlooker.now());
  }

  String value(Instant at) {
    return onlooker
        .time()
        .local(at)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  String words(Instant at) {
    return onlooker.time().due(at, onlooker.now());
  }

  private List<Instant> offered(Item item) {
    var soon = soon(item);
    if (!isEverOpen()) return List.of(soon);
    var keeper = item.promise().keeper();
    var day = onlooker.time().day(soon);
    var today = Stream.iterate(soon, at -> at.plus(QUARTER))
        .limit(QUARTERS_OF_A_DAY)
        .takeWhile(at -> onlooker.time().day(at).equals(day))
        .filter(at -> isFree(keeper, at))
        .findFirst();
    var later = Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
        .limit(LOOK_AHEAD)
        .flatMap(next -> morning(keeper, next).stream())
        .limit(MOST)
        .toList();
    var offered = Stream.concat(today.stream(), later.stream()).limit(MOST).toList();
    return offered.isEmpty() ? List.of(soon) : offered;
  }

  /// A little after opening on a day, or an hour on while its keeper is not there.
  private Optional<Instant> morning(AgentId keeper, LocalDate day) {
    return roster
        .hours()
        .opening(day)
        .flatMap(opens -> Stream.iterate(opens.plus(AFTER_OPENING), at -> at.plus(LATER))
            .takeWhile(at -> onlooker.time().day(at).equals(day))
            .filter(at -> isFree(keeper, at))
            .findFirst());
  }

  private boolean isFree(AgentId keeper, Instant at) {
    return roster.hours().isOpen(at) && roster.miss(keeper, onlooker.now(), at).isEmpty();
  }

  private boolean isEverOpen() {
    return roster.hours().spans().values().stream().anyMatch(spans -> !spans.isEmpty());
  }

  /// An hour after it is due, or after now when that has passed, on the quarter.
  private Instant soon(Item item) {
    var due = item.promise().dueAt();
    var from = due.isBefore(onlooker.now()) ? onlooker.now() : due;
    var local = onlooker.time().local(from.plus(LATER)).truncatedTo(ChronoUnit.MINUTES);
    var over = local.getMinute() % 15;
    return (over == 0 ? local : local.plusMinutes(15 - over)).toInstant();
  }

  /// A time that was picked before stays on offer, unless it has passed or is no time.
  private Optional<Instant> ahead(String picked) {
    try {
      return Optional.of(times().meant(picked, ""));
    } catch (Refusal passed) {
      return Optional.empty();
    }
  }

  private Slot slot(Instant at, List<Instant> all, boolean chosen) {
    return new Slot(value(at), hour(at, all), day(at), words(at), chosen);
  }

  /// "3:45", with the half of its day only where the other half is among them.
  private String hour(Instant at, List<Instant> all) {
    var time = onlooker.time();
    if (time.local(at).toLocalTime().equals(LocalTime.NOON)) return "noon";
    var alike = all.stream()
        .filter(each -> day(each).equals(day(at)) && time.clock(each).equals(time.clock(at)));
    return alike.count() > 1 ? time.time(at) : time.clock(at);
  }

  /// Beyond six days a weekday could be one of two.
  private String day(Instant at) {
    var time = onlooker.time();
    var days = time.daysBetween(onlooker.now(), at);
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    return days < 7 ? time.weekday(at) : time.date(at, onlooker.now());
  }
}
