package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import kept.line.Leg;
import org.junit.jupiter.api.Test;

/// Calls of which nothing can be written down for a while, as when the database is away.
class UnwrittenCallsWireTest {
  @Test
  void oneEndsAndIsOwedARingBackWhenTheCallerHungUp() throws Exception {
    try (var shop = new TestPhones()) {
      var caller = shop.later("uac-talks", 3000);
      TestPhones.waits(
          "they hear us",
          () -> shop.kept.rooms.calls.live().stream().anyMatch(call -> call.answeredAt() != null));

      without(shop, () -> {
        caller.join();
        TestPhones.waits("they left", () -> everybodyLeft(shop));
        Thread.sleep(200);
      });

      assertThat(shop.over().promise()).isNotNull();
      assertThat(shop.line().calls()).isEmpty();
    }
  }

  @Test
  void whoeverAnswersHasTheCaller() throws Exception {
    try (var shop = new TestPhones()) {
      var phone = shop.phone(shop.kept.shop.priya, "uas-answers");

      without(shop, () -> shop.rings("uac-talks", 500));

      phone.passes();
      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
    }
  }

  private static boolean everybodyLeft(TestPhones shop) {
    return shop.line().calls().stream().flatMap(call -> call.legs().stream()).allMatch(Leg::isOver);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void without(TestPhones shop, Work work) throws Exception {
    rename(shop, "call_leg", "call_leg_that_is_away");
    try {
      work.run();
    } finally {
      rename(shop, "call_leg_that_is_away", "call_leg");
    }
  }

  private static void rename(TestPhones shop, String from, String to) {
    shop.kept.rooms.database.useTransaction(
        tx -> tx.execute("alter table " + from + " rename to " + to));
  }
}
