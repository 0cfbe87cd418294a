package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TollGuardTest {

  private static final TollRules RULES = new TollRules(
      Set.of("1", "44"),
      Set.of("1900", "4470"),
      Set.of("911", "112"),
      Map.of("1", 2, "44", 5, "4477", 20),
      100,
      0,
      3);
  private static final Map<String, Integer> CHANNELS = Map.of("trunk", 2, "wide", 50);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-04T09:00:00Z"));
  private final TollGuard guard = new TollGuard(RULES, CHANNELS, now::get, ZoneOffset.UTC);

  @Test
  void onlyListedCountriesAreDialledAndTheLongestPrefixDecides() {
    assertThat(guard.ask("+12025550100", "trunk")).isInstanceOf(TollDecision.Allowed.class);
    assertThat(guard.ask("+19005550100", "wide")).isEqualTo(new TollDecision.CountryBarred());
    assertThat(guard.ask("+447012345678", "wide")).isEqualTo(new TollDecision.CountryBarred());
    assertThat(guard.ask("+25261555010", "wide")).isEqualTo(new TollDecision.CountryBarred());
  }

  @Test
  void whatIsNoNumberIsNotDialled() {
    for (var number :
        new String[] {"12025550100", "+0123", "+1202555010012345", "+1202;x", "", "+"})
      assertThat(guard.ask(number, "trunk")).isEqualTo(new TollDecision.NotANumber());
  }

  @Test
  void soManyCallsAMinuteAndNoMore() {
    for (var i = 0; i < RULES.callsAMinute(); i++) guard.ask("+12025550100", "wide");

    assertThat(guard.ask("+12025550100", "wide")).isEqualTo(new TollDecision.TooManyCalls(3));
    pass(Duration.ofMinutes(1));
    assertThat(guard.ask("+12025550100", "wide")).isInstanceOf(TollDecision.Allowed.class);
  }

  @Test
  void aTrunkHasItsChannels() {
    var first = (TollDecision.Allowed) guard.ask("+12025550100", "trunk");
    guard.ask("+12025550100", "trunk");

    assertThat(guard.ask("+12025550100", "trunk")).isEqualTo(new TollDecision.TrunkFull(2));
    assertThat(guard.ask("+12025550100", "unknown")).isEqualTo(new TollDecision.TrunkFull(0));
    guard.ended(first.call());
    guard.ended(first.call());
    assertThat(guard.ask("+12025550100", "trunk")).isInstanceOf(TollDecision.Allowed.class);
    assertThat(guard.ask("+12025550100", "trunk")).isEqualTo(new TollDecision.TrunkFull(2));
  }

  @Test
  void theDaysMoneyIsCappedWhileCallsStillRun() {
    var mobile = (TollDecision.Allowed) guard.ask("+447712345678", "wide");

    pass(Duration.ofMinutes(4));
    assertThat(guard.isOver(mobile.call())).isFalse();
    assertThat(guard.ask("+12025550100", "wide")).isEqualTo(new TollDecision.MoneySpent(100));
    pass(Duration.ofMinutes(1));
    assertThat(guard.isOver(mobile.call())).isTrue();
    guard.ended(mobile.call());
    assertThat(guard.ask("+12025550100", "wide")).isEqualTo(new TollDecision.MoneySpent(100));
    pass(Duration.ofHours(15));
    assertThat(guard.ask("+12025550100", "wide")).isInstanceOf(TollDecision.Allowed.class);
  }

  @Test
  void callsThatRunSideBySideSpendOneDaysMoney() {
    var one = (TollDecision.Allowed) guard.ask("+447712345678", "wide");
    guard.ask("+447712345679", "wide");

    pass(Duration.ofMinutes(3));

    assertThat(guard.isOver(one.call())).isTrue();
  }

  @Test
  void anEmergencyCallIsNeverOver() {
    var help = (TollDecision.Allowed) guard.ask("112", "wide");
    var dear = (TollDecision.Allowed) guard.ask("+447712345678", "wide");
    pass(Duration.ofHours(1));

    assertThat(guard.isOver(dear.call())).isTrue();
    assertThat(guard.isOver(help.call())).isFalse();
  }

  @Test
  void whatWasSpentBeforeTheRestartCounts() {
    var again = after(99);

    assertThat(again.ask("+12025550100", "wide")).isEqualTo(new TollDecision.MoneySpent(100));
    pass(Duration.ofDays(1));
    assertThat(again.ask("+12025550100", "wide")).isInstanceOf(TollDecision.Allowed.class);
  }

  @Test
  void aPriceNobodyKnowsCannotBeCapped() {
    var rules = new TollRules(Set.of("49"), Set.of(), Set.of(), Map.of(), 100, 0, 3);

    assertThat(
            new TollGuard(rules, Map.of("t", 1), now::get, ZoneOffset.UTC).ask("+4930123456", "t"))
        .isEqualTo(new TollDecision.PriceUnknown());
  }

  @Test
  void anEmergencyPassesEverything() {
    var poor = after(1000);
    for (var i = 0; i < 5; i++) poor.ask("+12025550100", "trunk");

    assertThat(poor.ask("112", "trunk")).isInstanceOf(TollDecision.Allowed.class);
    assertThat(poor.ask("911", "no such trunk")).isInstanceOf(TollDecision.Allowed.class);
  }

  /// One that begins when so much of the day's money is spent.
  private TollGuard after(long cents) {
    var rules = new TollRules(
        RULES.allowed(),
        RULES.barred(),
        RULES.emergency(),
        RULES.centsAMinute(),
        RULES.centsADay(),
        cents,
        RULES.callsAMinute());
    return new TollGuard(rules, CHANNELS, now::get, ZoneOffset.UTC);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
