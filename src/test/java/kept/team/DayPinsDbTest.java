package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kept.TestShop;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// At Marlow's, which closes at 6:00 pm.
class DayPinsDbTest {
  private final TestShop shop = new TestShop();
  private final DayPins pins = shop.rooms.dayPins;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void letsInUntilTheShopCloses() {
    pins.set(shop.priya, "4711");
    var closing = shop.rooms.shopDevices.until();
    assertThat(shop.rooms.shop.time().time(closing)).isEqualTo("6:00 pm");
    assertThat(pins.until(shop.priya)).contains(closing);
    assertThat(pins.comeIn(shop.priya, "4711").id()).isEqualTo(shop.priya);

    shop.clock.advance(Duration.between(shop.clock.instant(), closing));

    assertThat(pins.until(shop.priya)).isEmpty();
    refused("4711");
  }

  @Test
  void endsWithTheFifthWrongTry() {
    pins.set(shop.priya, "4711");
    for (var each = 0; each < 4; each++) refused("4712");
    assertThatThrownBy(() -> pins.comeIn(shop.priya, "4712"))
        .hasMessageContaining("over for today");

    refused("4711");
    assertThat(shop.rooms.events.about(shop.priya.value()))
        .extracting(fact -> fact.kind())
        .endsWith("sign_in_refused", "day_pin_gone");
  }

  @Test
  void isOnesOwn() {
    pins.set(shop.priya, "4711");
    pins.set(shop.edie, "8265");

    refused("8265");
    assertThat(pins.comeIn(shop.edie, "8265").id()).isEqualTo(shop.edie);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "471", "4711000", "47a1", "1234", "9876", "0000", "1212", "٤٧١١"})
  void refusesWhatIsNoPinOrTheFirstThatAnybodyTries(String pin) {
    assertThatThrownBy(() -> pins.set(shop.priya, pin)).isInstanceOf(Refusal.class);
  }

  @Test
  void endsWithWhoLeavesOrTakesItBack() {
    pins.set(shop.priya, "4711");
    pins.remove(shop.priya);
    refused("4711");

    pins.set(shop.edie, "8265");
    shop.rooms.team.leave(shop.dana, shop.edie);
    assertThat(pins.until(shop.edie)).isEmpty();
  }

  private void refused(String pin) {
    assertThatThrownBy(() -> pins.comeIn(shop.priya, pin)).isInstanceOf(Refusal.class);
  }
}
