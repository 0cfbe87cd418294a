package kept.promises;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kept.TestShop;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndingsDbTest {
  private final TestShop shop = new TestShop();
  private final Promise promise = shop.promise(shop.crackedTv(), shop.edie, ofHours(4));

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void opensItAgainWithItsAlarms() {
    var before = coming();
    shop.rooms.promises.keep(shop.edie, promise.id());
    shop.clock.advance(ofMinutes(9));

    shop.rooms.endings.undo(shop.edie, promise.id());
    shop.rooms.endings.undo(shop.edie, promise.id());

    assertThat(now().isOpen()).isTrue();
    assertThat(coming()).isEqualTo(before);
  }

  @Test
  void doesNotFireAgainWhatHadFired() {
    shop.clock.advance(ofHours(3));
    shop.rooms.alarms.fireWhatIsDue();
    shop.rooms.promises.keep(shop.edie, promise.id());

    shop.rooms.endings.undo(shop.edie, promise.id());
    shop.rooms.alarms.fireWhatIsDue();

    assertThat(fired()).containsExactly(Step.NUDGE);
  }

  @Test
  void keepsRemindingOfABrokenOneThatWasNotKeptAfterAll() {
    shop.clock.advance(ofHours(5));
    shop.rooms.alarms.fireWhatIsDue();
    shop.rooms.promises.keep(shop.edie, promise.id());
    shop.rooms.endings.undo(shop.edie, promise.id());

    shop.clock.advance(ofHours(24));
    shop.rooms.alarms.fireWhatIsDue();

    assertThat(fired()).endsWith(Step.BROKEN, Step.BROKEN);
    assertThat(now().brokenAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void fallsToWhoeverTakesItBackWhenItsKeeperHasLeft() {
    shop.rooms.promises.keep(shop.edie, promise.id());
    shop.rooms.team.leave(shop.dana, shop.edie);

    shop.rooms.endings.undo(shop.priya, promise.id());

    assertThat(now().keeper()).isEqualTo(shop.priya);
    assertThat(now().second()).isEqualTo(shop.dana);
  }

  @Test
  void hasNoSecondWhoLeftMeanwhile() {
    assertThat(promise.second()).isEqualTo(shop.priya);
    shop.rooms.promises.keep(shop.edie, promise.id());
    shop.rooms.team.leave(shop.dana, shop.priya);

    shop.rooms.endings.undo(shop.edie, promise.id());

    assertThat(now().keeper()).isEqualTo(shop.edie);
    assertThat(now().second()).isNull();
  }

  @Test
  void isFinalAfterTenMinutes() {
    shop.rooms.promises.release(shop.edie, promise.id(), "He took the refund");
    shop.clock.advance(ofMinutes(11));

    assertThatThrownBy(() -> shop.rooms.endings.undo(shop.edie, promise.id()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ten minutes");
  }

  @Test
  void isFinalInTheDatabaseToo() {
    shop.rooms.promises.keep(shop.edie, promise.id());

    assertThatThrownBy(() -> shop.database.useTransaction(tx ->
            tx.execute("update promise set state = 'open', ended_at = null, ended_by = null")))
        .hasMessageContaining("An ending is final.");
  }

  @Test
  void showsWhatProvesThatItWasKept() {
    assertThatThrownBy(() -> shop.rooms.endings.prove(shop.edie, promise.id(), "UPS 1Z", null))
        .isInstanceOf(Refusal.class);
    shop.rooms.promises.keep(shop.edie, promise.id());
    assertThatThrownBy(() -> shop.rooms.endings.prove(shop.edie, promise.id(), "  ", null))
        .isInstanceOf(Refusal.class);

    shop.rooms.endings.prove(shop.edie, promise.id(), " UPS  1Z 999 ", null);

    assertThat(shop.rooms.endings.proofsOf(List.of(promise.id())))
        .singleElement()
        .extracting(Proof::words)
        .isEqualTo("UPS 1Z 999");
  }

  private Promise now() {
    return shop.rooms.promises.get(promise.id());
  }

  private List<Alarm> alarms() {
    return shop.rooms.alarms.of(promise.id());
  }

  private List<Object> coming() {
    return alarms().stream()
        .filter(alarm -> alarm.firedAt() == null)
        .<Object>map(alarm -> List.of(alarm.step(), alarm.cause(), alarm.at()))
        .toList();
  }

  private List<Step> fired() {
    return alarms().stream()
        .filter(alarm -> alarm.firedAt() != null)
        .map(Alarm::step)
        .toList();
  }
}
