package kept.phone;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kept.TestShop;
import kept.customers.VerificationLevel;
import kept.promises.PromiseRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RingBacksDbTest {
  private final TestShop shop = new TestShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aCallThatNobodyTookIsPromisedAsSoonAsTheRuleSays() {
    var before = ringsInVain("+14155550142");
    shop.rooms.promiseRules.set(shop.dana, new PromiseRule(15, 10, 30));
    var after = ringsInVain("+14155550143");

    assertThat(before).isEqualTo(shop.clock.in(ofMinutes(60)));
    assertThat(after).isEqualTo(shop.clock.in(ofMinutes(30)));
    assertThat(shop.rooms.missedTexts.preview(true)).contains("by 9:30 am");
    assertThat(ringsInVain("+14155550142")).isEqualTo(before);
  }

  private Instant ringsInVain(String number) {
    var call = shop.rooms.calls.callers().arrive(null, number, "", VerificationLevel.RECOGNISED);
    shop.rooms.calls.end(call.id(), Outcome.MISSED);
    var promise = shop.rooms.calls.get(call.id()).promise();
    assertThat(promise).isNotNull();
    return shop.rooms.promises.get(promise).dueAt();
  }
}
