package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

      without(shop, "call_leg", () -> {
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

      without(shop, "call_leg", () -> shop.rings("uac-talks", 500));

      phone.passes();
      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
    }
  }

  @Test
  void whoeverNoPhoneIsFoundForHearsThatWeRingBack() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-answers");

      without(shop, "phone", () -> shop.rings("uac-hears-bye", 0));

      assertThat(shop.over().promise()).isNotNull();
      assertThat(shop.line().calls()).isEmpty();
    }
  }

  @Test
  void phonesThatRingGoOnWhateverFails() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      var caller = shop.later("uac-waits", 3000);
      TestPhones.waits(
          "it rings",
          () -> shop.kept.rooms.calls.live().stream().anyMatch(call -> call.rangAt() != null));
      var call = shop.line().calls().iterator().next();
      shop.kept.kept().talks().board.conducts().after(Duration.ZERO, call, () -> {
        throw new IllegalStateException("out of order");
      });

      caller.join();
      var over = shop.over();
      assertThat(over.answeredAt()).as("nothing was said to them").isNull();
      assertThat(over.promise()).isNotNull();
    }
  }

  @Test
  void aCallOutThatCannotBeWrittenDownIsNotPlaced() throws Exception {
    try (var carrier = TestPhones.carrier("uas-answers");
        var shop = new TestPhones()) {
      var phone = shop.phone(shop.kept.shop.priya, "uas-answers");
      TestPhones.waits(
          "the carrier is there", () -> !shop.line().trunksTo("+14155550142").isEmpty());
      var chuck = new Talks.Called(shop.chuck().customer(), "Chuck", "+14155550142");

      without(shop, "call", () -> {
        shop.kept.kept().talks().call(shop.kept.shop.priya, chuck, null);
        phone.passes();
      });

      assertThat(shop.line().calls()).isEmpty();
      assertThat(carrier.messages()).doesNotContain("INVITE");
    }
  }

  private static boolean everybodyLeft(TestPhones shop) {
    return shop.line().calls().stream().flatMap(call -> call.legs().stream()).allMatch(Leg::isOver);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void without(TestPhones shop, String table, Work work) throws Exception {
    var away = table + "_that_is_away";
    rename(shop, table, away);
    try {
      work.run();
    } finally {
      rename(shop, away, table);
    }
  }

  private static void rename(TestPhones shop, String from, String to) {
    shop.kept.rooms.database.useTransaction(
        tx -> tx.execute("alter table " + from + " rename to " + to));
  }
}
