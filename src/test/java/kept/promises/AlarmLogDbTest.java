package kept.promises;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kept.TestShop;
import kept.promises.AlarmLog.Which;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmLogDbTest {
  private final TestShop shop = new TestShop();
  private final AlarmLog log = shop.rooms.alarmLog;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void pagesThroughWhatFiredTheLatestFirst() {
    var promise = shop.promise(shop.crackedTv(), shop.edie, ofHours(4));
    shop.clock.advance(ofHours(5));
    shop.rooms.alarms.fireWhatIsDue();

    var first = log.page(Which.FIRED, null, 3);
    var last = first.getLast().alarm();
    var rest = log.page(Which.FIRED, new AlarmLog.After(shop.clock.instant(), last.id()), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2);
    assertThat(List.of(first, rest))
        .flatExtracting(page -> page.stream().map(entry -> entry.alarm().step()).toList())
        .containsExactlyInAnyOrder(Step.values());
    assertThat(first).allSatisfy(entry -> {
      assertThat(entry.promise().id()).isEqualTo(promise.id());
      assertThat(entry.customerName()).isEqualTo("Chuck Alvarez");
      assertThat(entry.alarm().told()).isNotEmpty();
    });
  }

  @Test
  void tellsWhatNobodyTookUpFromWhatIsTaken() {
    var promise = shop.promise(shop.crackedTv(), shop.edie, ofHours(4));
    shop.clock.advance(ofHours(3));
    shop.rooms.alarms.fireWhatIsDue();

    assertThat(log.page(Which.UNTAKEN, null, 9)).hasSize(1);

    shop.rooms.promises.handTo(shop.edie, promise.id(), shop.edie);

    assertThat(log.page(Which.UNTAKEN, null, 9)).isEmpty();
    assertThat(log.page(Which.UNSENT, null, 9)).isEmpty();
  }

  @Test
  void whatWasSeenOnAnotherWayArrived() {
    shop.promise(shop.crackedTv(), shop.edie, ofHours(4));
    shop.clock.advance(ofHours(3));
    shop.rooms.alarms.fireWhatIsDue();
    shop.database.useTransaction(
        tx -> tx.execute(
            "update delivery set refused_at = created_at, next_try_at = null where id in (select delivery from alarm_told)"));
    var missed = log.page(Which.UNSENT, null, 9);
    assertThat(missed).isNotEmpty();

    for (var entry : missed)
      for (var told : entry.alarm().told())
        shop.rooms.alarms.seen(told.agent(), entry.alarm().id());

    assertThat(log.page(Which.UNSENT, null, 9)).isEmpty();
  }

  @Test
  void saysWhatIsToComeTheNextFirst() {
    shop.promise(shop.crackedTv(), shop.edie, ofHours(4));

    assertThat(log.page(Which.COMING, null, 9))
        .extracting(entry -> entry.alarm().step())
        .containsExactly(Step.values());
  }
}
