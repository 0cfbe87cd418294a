package kept.line.sip;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Stands between a stolen password and the telephone bill: countries, calls a minute, money a
/// day and channels of a trunk. An emergency number passes everything.
///
/// A call that was allowed counts at once, and costs from then on: nobody learns of the answer
/// in time to be caught by it. Threads may share it; the object's own lock guards it.
final class TollGuard {

  /// A call that is running, or was; two calls of one moment are two.
  record Toll(String trunk, int centsAMinute, Instant startedAt) {}

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TollRules rules;
  /// How many calls at once each trunk carries.
  private final Map<String, Integer> channels;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ArrayDeque<Instant> placed = new ArrayDeque<>();
  private final Set<Toll> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private LocalDate today;
  private long cents;

  TollGuard(TollRules rules, Map<String, Integer> channels, InstantSource clock, ZoneId zone) {
    this.rules = rules;
    this.channels = Map.copyOf(channels);
    this.clock = clock;
    this.zone = zone;
    this.today = LocalDate.ofInstant(clock.instant(), zone);
    this.cents = rules.centsSpent();
  }

  /// Asks for one call to a number as dialled or in E.164, over this trunk; allowed means
  /// counted.
  synchronized TollDecision ask(String number, String trunk) {
    var now = clock.instant();
    turnDay(now);
    if (rules.emergency().contains(number)) return allowed(trunk, 0, now);
    if (!E164.matcher(number).matches()) return new TollDecision.NotANumber();
    var digits = number.substring(1);
    if (!rules.allows(digits)) return new TollDecision.CountryBarred();
    var price = rules.price(digits);
    if (price.isEmpty()) return new TollDecision.PriceUnknown();
    if (used(trunk) >= channels(trunk)) return new TollDecision.TrunkFull(channels(trunk));
    placed.removeIf(at -> !at.plus(MINUTE).isAfter(now));
    if (placed.size() >= rules.callsAMinute())
      return new TollDecision.TooManyCalls(rules.callsAMinute());
    if (left(now) < price.get()) return new TollDecision.MoneySpent(rules.centsADay());
    placed.add(now);
    return allowed(trunk, price.get(), now);
  }

  /// The call is over. A second time does nothing.
  synchronized void ended(Toll toll) {
    var now = clock.instant();
    turnDay(now);
    if (running.remove(toll)) cents += cost(toll, now);
  }

  private TollDecision.Allowed allowed(String trunk, int price, Instant now) {
    var toll = new Toll(trunk, price, now);
    running.add(toll);
    return new TollDecision.Allowed(toll);
  }

  /// Whether the day's money is spent, by this call and all that run beside it, so that it has
  /// to end. What costs nothing goes on.
  synchronized boolean isOver(Toll toll) {
    var now = clock.instant();
    turnDay(now);
    return toll.centsAMinute > 0 && left(now) < 0;
  }

  /// What runs past midnight is charged to the new day whole: the cap errs towards the shop.
  private void turnDay(Instant now) {
    var day = LocalDate.ofInstant(now, zone);
    if (day.equals(today)) return;
    today = day;
    cents = 0;
  }

  private long left(Instant now) {
    return rules.centsADay()
        - cents
        - running.stream().mapToLong(one -> cost(one, now)).sum();
  }

  /// Every minute begun costs a whole one, from the first.
  private static long cost(Toll toll, Instant now) {
    var talked = Duration.between(toll.startedAt, now);
    return toll.centsAMinute * (talked.toMinutes() + 1);
  }

  private long used(String trunk) {
    return running.stream().filter(one -> one.trunk.equals(trunk)).count();
  }

  /// A trunk nobody gave channels has none.
  private int channels(String trunk) {
    return channels.getOrDefault(trunk, 0);
  }
}
