package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import kept.Config;
import kept.Rooms;
import kept.TestShop;
import kept.customers.VerificationLevel;
import org.junit.jupiter.api.Test;

/// Who it is that calls, on a clock that runs on between two looks at it.
class CallersDbTest {
  @Test
  void whoeverRingsForTheFirstTimeIsNotKnownYet() {
    try (var shop = new TestShop()) {
      InstantSource ticking = () -> {
        shop.clock.advance(Duration.ofMillis(1));
        return shop.clock.instant();
      };
      var rooms = new Rooms(shop.database, Config.Ground.in(shop.folder, null), ticking);

      assertThat(rooms.calls.callers().isFirst(rings(rooms))).isTrue();
      assertThat(rooms.calls.callers().isFirst(rings(rooms))).isFalse();
    }
  }

  @Test
  void whoeverIsMeantIsCalledOnAnyNumber() {
    try (var shop = new TestShop()) {
      var marcus = shop.rooms
          .calls
          .callers()
          .arrive(null, "+14155550118", "Marcus", VerificationLevel.RECOGNISED);
      var call = shop.rooms.calls.callers().callOut("+14155550177", marcus.customer(), null);

      assertThat(call.customer()).isEqualTo(marcus.customer());
      assertThat(call.conversation()).isEqualTo(marcus.conversation());
      assertThat(shop.rooms.calls.callers().callOut("+14155550177", null, null).customer())
          .isNotEqualTo(marcus.customer());
    }
  }

  private static PhoneCall rings(Rooms rooms) {
    return rooms.calls.callers().arrive(null, "+14155550142", "", VerificationLevel.RECOGNISED);
  }
}
