package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.line.Sipp;
import kept.line.sip.Credentials;
import org.junit.jupiter.api.Test;

/// Whoever calls for help from one of our phones, and what the owner hears of it.
class HelpCallsWireTest {
  private static final String PLACE = "2 Harbor St, the workshop at the back";

  @Test
  void theOwnerIsToldAtOnceWithThePlaceOfThePhone() throws Exception {
    try (var shop = new TestPhones()) {
      dials(shop, "911");

      var call = shop.kept.rooms.helpCalls.latest(10).getFirst();
      assertThat(call.number()).isEqualTo("911");
      assertThat(call.agent()).isEqualTo(shop.kept.shop.edie);
      assertThat(call.location()).isEqualTo(PLACE);
      assertThat(call.way()).isNull();
      assertThat(call.outcome()).isEqualTo("no_way");
      assertThat(letters(shop))
          .singleElement()
          .asString()
          .contains("dana@example.com", "Edie’s phone “Workshop” just called 911.")
          .contains("Its place: " + PLACE + ".", "No trunk could carry it");
    }
  }

  @Test
  void whoeverTookItIsWrittenDown() throws Exception {
    // It is asked whether it is there, which sipp counts as a call.
    var options = List.of("-p", "" + TestPhones.CARRIER_PORT, "-aa", "-m", "20");
    try (var carrier =
            Sipp.start("uas-answers", TestPhones.CARRIER, 9, options.toArray(String[]::new));
        var shop = new TestPhones()) {
      dials(shop, "911");

      var call = shop.kept.rooms.helpCalls.latest(10).getFirst();
      assertThat(carrier.messages()).contains("INVITE sip:911@");
      assertThat(call.way()).isEqualTo("carrier");
      assertThat(call.outcome()).isEqualTo("answered");
    }
  }

  @Test
  void aRingBackIsExpectedForTwoHours() throws Exception {
    try (var shop = new TestPhones()) {
      var help = shop.kept.rooms.helpCalls;
      var clock = shop.kept.clock;
      assertThat(help.isExpected(clock.instant())).isFalse();
      dials(shop, "112");

      assertThat(help.isExpected(clock.in(Duration.ofMinutes(119)))).isTrue();
      assertThat(help.isExpected(clock.in(Duration.ofMinutes(120)))).isFalse();
    }
  }

  @Test
  void aColleagueIsNoEmergency() throws Exception {
    try (var shop = new TestPhones()) {
      dials(shop, "999999");

      assertThat(shop.kept.rooms.helpCalls.latest(10)).isEmpty();
      assertThat(letters(shop)).isEmpty();
    }
  }

  private static void dials(TestPhones shop, String number) throws Exception {
    var rooms = shop.kept.rooms;
    var added = rooms.phones.add(shop.kept.shop.dana, shop.kept.shop.edie, "Workshop", PLACE);
    TestPhones.waits("the line is open", () -> shop.port() > 0);
    var proof = new Credentials(added.phone().userName(), added.password());
    Sipp.patiently(() -> Sipp.phone("uac-dials", proof, shop.port(), "-s", number, "-d", "300"));
  }

  private static List<String> letters(TestPhones shop) {
    return shop.kept.rooms.database.read(tx -> tx.createQuery(
            "select address || ' ' || body::text from delivery where kind = 'letter'")
        .mapTo(String.class)
        .list());
  }
}
