package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.desk.NewTime.Slot;
import kept.platform.Refusal;
import kept.promises.Item;
import kept.team.OpeningHours;

/// A new time for a promise, prepared: when it could be instead, and what the customer reads. Pure.
record NewTimes(Onlooker onlooker, OpeningHours hours) {
  /// Where the message says the time that is picked.
  static final String TIME = "{time}";

  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration AFTER_OPENING = Duration.ofMinutes(15);
  private static final int LOOK_AHEAD = 14;

  /// An hour later while the shop is open, and a little after it opens next.
  List<Slot> slots(Item item, String chosen) {
    var offered = new ArrayList<Instant>();
    soon(item).filter(at -> isEverOpen() ? hours.isOpen(at) : true).ifPresent(offered::add);
    nextOpening().ifPresent(offered::add);
    if (offered.isEmpty()) soon(item).ifPresent(offered::add);
    var picked = chosen.isEmpty() ? value(offered.getFirst()) : chosen;
    return offered.stream().map(at -> slot(at, value(at).equals(picked))).toList();
  }

  /// "Rosa, about your fridge quote: we said 2:45 pm and won’t make it. …"
  String message(Item item, String matter) {
    var first = Customer.firstNameOf(item.customerName());
    var due = onlooker.time().due(item.promise().dueAt(), onlooker.now());
    var late = onlooker.now().isAfter(item.promise().dueAt());
    var happened = late
        ? "we said " + due + " and didn’t make it, and I’m sorry."
        : "we said " + due + " and won’t make it.";
    return first + ", about “" + matter + "”: " + happened + " " + will(item) + " by " + TIME
        + ". If that doesn’t suit you, just answer.\n\n" + onlooker.me().firstName();
  }

  private static String will(Item item) {
    return switch (item.promise().kind()) {
      case CALLBACK -> "You’ll hear from us";
      case VISIT -> "Somebody will be with you";
      case INFORMATION -> "You’ll have an answer";
      case REFUND, REPLACEMENT, SHIPMENT, FIX, ESCALATION, OTHER -> "You’ll have it";
    };
  }

  /// What is sent: the time that was picked stands where the message leaves room for it, or where
  /// somebody wrote it.
  String said(String message, Instant due) {
    var words = onlooker.time().due(due, onlooker.now());
    if (message.contains(TIME)) return message.replace(TIME, words);
    if (message.contains(words)) return message;
    throw new Refusal("Say the new time: write " + words + " or " + TIME + " where it goes.");
  }

  ReadyTimes times() {
    return new ReadyTimes(hours, onlooker.time(), onlooker.now());
  }

  String value(Instant at) {
    return onlooker
        .time()
        .local(at)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private boolean isEverOpen() {
    return hours.spans().values().stream().anyMatch(spans -> !spans.isEmpty());
  }

  /// An hour after it is due, or after now when that has passed, on the quarter.
  private Optional<Instant> soon(Item item) {
    var due = item.promise().dueAt();
    var from = due.isBefore(onlooker.now()) ? onlooker.now() : due;
    var local = onlooker.time().local(from.plus(LATER)).truncatedTo(ChronoUnit.MINUTES);
    var over = local.getMinute() % 15;
    return Optional.of((over == 0 ? local : local.plusMinutes(15 - over)).toInstant());
  }

  private Optional<Instant> nextOpening() {
    var today = onlooker.time().day(onlooker.now());
    return Stream.iterate(1, ahead -> ahead < LOOK_AHEAD, ahead -> ahead + 1)
        .flatMap(ahead -> hours.opening(today.plusDays(ahead)).stream())
        .map(opens -> opens.plus(AFTER_OPENING))
        .findFirst();
  }

  private Slot slot(Instant at, boolean chosen) {
    var time = onlooker.time();
    var days = time.daysBetween(onlooker.now(), at);
    var day = days == 0 ? "today" : days == 1 ? "tomorrow" : time.weekday(at);
    var noon = time.local(at).toLocalTime().equals(LocalTime.NOON);
    return new Slot(
        value(at), noon ? "noon" : time.clock(at), day, time.due(at, onlooker.now()), chosen);
  }
}
