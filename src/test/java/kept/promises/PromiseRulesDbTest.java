package kept.promises;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import kept.TestShop;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseRulesDbTest {
  private final TestShop shop = new TestShop();
  private final PromiseRules rules = shop.rooms.promiseRules;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void isTheUsualOneUntilTheOwnerChooses() {
    assertThat(rules.get()).isEqualTo(new PromiseRule(15, 10, 60));

    rules.set(shop.dana, new PromiseRule(45, 20, 30));

    assertThat(rules.get()).isEqualTo(new PromiseRule(45, 20, 30));
  }

  @Test
  void theAlarmsOfOpenPromisesMoveAndNoDueTimeDoes() {
    var promise = shop.promise(shop.crackedTv(), shop.priya, ofHours(2));
    assertThat(set(promise)).containsExactlyElementsOf(before(promise, 30, 10));

    rules.set(shop.dana, new PromiseRule(60, 30, 60));

    assertThat(set(promise)).containsExactlyElementsOf(before(promise, 60, 30));
    assertThat(shop.rooms.promises.get(promise.id()).dueAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void whatWasHeardInARunIsNotHeardAgain() {
    var promise = shop.promise(shop.crackedTv(), shop.priya, ofHours(2));
    shop.clock.advance(ofMinutes(95));
    shop.rooms.alarms.fireWhatIsDue();

    rules.set(shop.dana, new PromiseRule(20, 5, 60));

    assertThat(set(promise)).hasSize(4).allMatch(shop.clock.instant()::isBefore);
  }

  @Test
  void whatIsPromisedFromNowOnFollowsIt() {
    rules.set(shop.dana, new PromiseRule(60, 30, 60));

    var promise = shop.promise(shop.crackedTv(), shop.priya, ofHours(2));

    assertThat(set(promise)).containsExactlyElementsOf(before(promise, 60, 30));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      4,   10, 60,  The keeper hears
      121, 10, 60,  The keeper hears
      15,  4,  60,  The owner hears 5 to 30
      60,  31, 60,  The owner hears 5 to 30
      15,  15, 60,  The owner hears last
      15,  10, 14,  A caller is rung back
      15,  10, 241, A caller is rung back
      """)
  void whatIsOfNoUseIsRefused(int lead, int owner, int ringBack, String why) {
    assertThatThrownBy(() -> new PromiseRule(lead, owner, ringBack))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  private static List<Instant> before(Promise promise, int lead, int owner) {
    var third = ofMinutes(lead - owner).dividedBy(3);
    var due = promise.dueAt();
    var owners = due.minus(ofMinutes(owner));
    return List.of(
        due.minus(ofMinutes(lead)),
        owners.minus(third.multipliedBy(2)),
        owners.minus(third),
        owners,
        due);
  }

  private List<Instant> set(Promise promise) {
    return shop.database.read(tx ->
        tx.createQuery("""
            select at from alarm
             where promise = :promise and fired_at is null and cancelled_at is null
             order by at
            """).bind("promise", promise.id()).mapTo(Instant.class).list());
  }
}
