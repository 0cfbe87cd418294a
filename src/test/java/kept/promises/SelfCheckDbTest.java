package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import kept.TestShop;
import kept.platform.Deliveries;
import kept.platform.Delivery;
import kept.platform.EventCursor;
import kept.platform.Sender;
import kept.team.QuietHours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// It is Tuesday, 9:00; the shop opens at 8.
class SelfCheckDbTest {
  private final TestShop shop = new TestShop();
  private final SelfCheck check = shop.rooms.alarms.check();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void firesWhenTheShopNextOpens() {
    var next = check.fireWhatIsDue();

    assertThat(next).isEqualTo("2026-11-25T13:00:00Z");
    assertThat(check.last(5)).singleElement().extracting(AlarmCheck::firedAt).isNull();
  }

  @Test
  void firesOnceADay() {
    mailWorks();
    for (int day = 0; day < 3; day++) {
      check.fireWhatIsDue();
      shop.clock.advance(ofDays(1));
      check.fireWhatIsDue();
      check.fireWhatIsDue();
    }

    assertThat(check.last(9)).filteredOn(one -> one.firedAt() != null).hasSize(3);
  }

  @Test
  void isContentWhenItCameOnEveryWay() {
    mailWorks();
    fire();
    deskHears();
    shop.rooms.deliveries.sendWhatIsDue();

    judge();

    assertThat(trouble()).isNull();
    assertThat(check.last(2).getLast().judgedAt()).isNotNull();
  }

  @Test
  void complainsOfMailThatDoesNotGoOut() {
    fire();
    deskHears();

    judge();

    assertThat(trouble())
        .isEqualTo("The daily alarm of 8:00 am did not go out by mail: there is no way out yet");
  }

  @Test
  void complainsByMailWhenTheDeskDoesNotHear() {
    mailWorks();
    fire();
    shop.rooms.deliveries.sendWhatIsDue();

    judge();

    assertThat(trouble()).isEqualTo("The daily alarm of 8:00 am did not reach the desk.");
    assertThat(letters()).contains("Alarms may not reach you");
  }

  @Test
  void complainsWhenTheLoopOfTheAlarmsIsDead() {
    check.fireWhatIsDue();
    shop.clock.advance(ofDays(1));

    judge();

    assertThat(trouble()).isEqualTo("The daily alarm of 8:00 am did not fire at all.");
    assertThat(letters()).contains("Alarms may not reach you");
  }

  @Test
  void doesNotComplainInTheMomentAfterALongSleep() {
    check.fireWhatIsDue();
    shop.clock.advance(ofDays(1));

    check.judge();

    assertThat(trouble()).isNull();
  }

  @Test
  void waitsForTheEndOfQuietHoursThatWereTakenSince() {
    mailWorks();
    check.fireWhatIsDue();
    shop.rooms.presence.setQuiet(
        shop.dana, shop.dana, new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0)));

    shop.clock.advance(ofHours(23).plusMinutes(30));
    check.fireWhatIsDue();
    judge();

    assertThat(trouble()).isNull();
    assertThat(check.last(1).getFirst().firedAt()).isNull();
    assertThat(check.last(1).getFirst().at()).isEqualTo("2026-11-25T14:00:00Z");
  }

  @Test
  void isNotPutOffByAClockThatWasAhead() {
    shop.clock.advance(ofDays(400));
    check.fireWhatIsDue();
    shop.clock.advance(ofDays(-400));

    assertThat(check.fireWhatIsDue()).isEqualTo("2026-11-25T13:00:00Z");
    assertThat(check.last(5)).hasSize(1);
  }

  /// Wednesday, 9:00.
  private @Nullable String trouble() {
    return shop.rooms.tallies.glance().trouble();
  }

  private void fire() {
    check.fireWhatIsDue();
    shop.clock.advance(ofDays(1));
    check.fireWhatIsDue();
    shop.clock.advance(ofMinutes(1));
  }

  private void judge() {
    shop.clock.advance(ofMinutes(5));
    check.judge();
    check.judge();
  }

  private void deskHears() {
    shop.rooms.events.after(EventCursor.START, 1000).forEach(check::hear);
  }

  private void mailWorks() {
    shop.rooms.deliveries.wire(new Sender() {
      @Override
      public String kind() {
        return Deliveries.LETTER;
      }

      @Override
      public Outcome send(Delivery delivery) {
        return new Outcome.Sent("250 taken");
      }
    });
  }

  private List<String> letters() {
    return shop.database.read(
        tx -> tx.createQuery("select body ->> 'subject' from delivery where kind = 'letter'")
            .mapTo(String.class)
            .list());
  }
}
