package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import kept.TestShop;
import kept.customers.VerificationLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What today's calls have cost is not forgotten when the line is opened anew.
class ShopTollsDbTest {
  private final TestShop shop = new TestShop();
  private final ShopTolls tolls = new ShopTolls(shop.database, ZoneId.of("America/New_York"));

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everyMinuteBegunOfACallOutUntilMidnight() {
    assertThat(spent()).isZero();

    var call = shop.rooms.calls.callers().callOut("+14155550142", null, null);
    assertThat(spent()).as("it never rang").isZero();
    shop.rooms.calls.rang(call.id());
    shop.clock.advance(Duration.ofSeconds(185));
    shop.rooms.calls.end(call.id(), Outcome.NOT_REACHED);
    shop.clock.advance(Duration.ofHours(1));
    assertThat(spent()).isEqualTo(4 * 5);

    shop.clock.advance(Duration.ofHours(14));
    assertThat(spent()).isZero();
  }

  @Test
  void aMobileOfOursThatRangForACaller() {
    var call =
        shop.rooms.calls.callers().arrive(null, "+14155550142", "", VerificationLevel.RECOGNISED);
    rang(call, "phone", shop.priya.value(), 50);
    rang(call, "mobile", shop.dana.value(), 50);
    rang(call, "called", null, 90);

    assertThat(spent()).isEqualTo((1 + 2) * 5);
  }

  private void rang(PhoneCall call, String kind, @Nullable UUID agent, int seconds) {
    shop.database.useTransaction(tx -> tx.createUpdate("""
            insert into call_leg (id, call, kind, agent, rang_at, left_at)
            values (gen_random_uuid(), :call, :kind, :agent, :now, :left)
            """)
        .bind("call", call.id())
        .bind("kind", kind)
        .bind("agent", agent)
        .bind("now", shop.clock.instant())
        .bind("left", shop.clock.instant().plusSeconds(seconds))
        .execute());
  }

  private long spent() {
    return tolls.rules(Set.of("1"), "US", shop.clock.instant()).centsSpent();
  }
}
