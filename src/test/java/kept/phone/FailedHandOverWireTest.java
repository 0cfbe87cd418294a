package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import kept.TestBrowser;
import kept.TestPorts;
import kept.line.Sipp;
import kept.platform.EventCursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A call is to go to somebody outside the shop, and the first carrier does not bring it
/// there. sipp plays the caller, Priya's phone, and both carriers.
class FailedHandOverWireTest {
  private static final String SUPPLIER = "(415) 555-0177";
  private static final int SECOND_PORT = TestPorts.next();

  private Sipp carrier;
  private Sipp second;
  private TestPhones shop;
  private TestBrowser priya;
  private PhoneCall call;

  @AfterEach
  void close() {
    shop.close();
    carrier.close();
    second.close();
  }

  @ParameterizedTest
  @CsvSource({"warm", "straight"})
  void goesOverTheNextTrunkWhereTheFirstIsOutOfOrder(String how) throws Exception {
    priyaTalks("uas-unavailable", "uas-answers");

    handsOver(how);

    if (how.equals("warm")) {
      shop.waits(call, state -> state.asked() != null && state.asked().talking());
      assertThat(priya.get("/call/" + call.id()).body())
          .contains("You’re talking with " + SUPPLIER);
    } else
      TestPhones.waits(
          "it is out of the house",
          () -> shop.kept.kept().talks().isOutside(shop.kept.rooms.calls.get(call.id())));
    assertThat(carrier.messages()).contains("INVITE sip:+14155550177@");
    assertThat(second.messages()).contains("INVITE sip:+14155550177@");
    assertThat(notHandedOver()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "warm, uas-busy, uas-answers, the line is busy, BUSY",
    "straight, uas-busy, uas-answers, the line is busy, BUSY",
    "warm, uas-unavailable, uas-unavailable, no way there worked, NO_WAY",
    "straight, uas-unavailable, uas-busy, the line is busy, BUSY"
  })
  void saysWhyNobodyHasItAndTheAgentHasItStill(
      String how, String first, String next, String words, String why) throws Exception {
    priyaTalks(first, next);

    handsOver(how);

    shop.waits(call, state -> state.missed() != null);
    assertThat(priya.get("/call/" + call.id() + "/handset").body())
        .contains(SUPPLIER + " was not reached: " + words + ". Chuck is with you again.");
    assertThat(shop.legs()).hasSize(2);
    assertThat(notHandedOver()).contains("\"why\":\"" + why + "\"");
    if (first.equals("uas-busy")) assertThat(second.messages()).doesNotContain("INVITE ");
    priya.post("/call/" + call.id() + "/hold");
    priya.post("/call/" + call.id() + "/end");
    assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
  }

  private void priyaTalks(String first, String next) throws Exception {
    carrier = TestPhones.carrier(first);
    second = Sipp.start(
        next, TestPhones.CARRIER, 9, "-p", "" + SECOND_PORT, "-aa", "-m", "20", "-timeout", "180s");
    shop = TestPhones.withSecondCarrier(SECOND_PORT);
    shop.chuck();
    shop.phone(shop.kept.shop.priya, "uas-answers");
    shop.later("uac-talks", 12_000);
    call = shop.talked();
    priya = shop.kept.as(shop.kept.shop.priya);
  }

  private void handsOver(String how) {
    var answer = priya.post(
        "/call/" + call.id() + "/hand-over", "agent", "", "number", SUPPLIER, "how", how);
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private String notHandedOver() {
    return shop.kept.rooms.events.after(new EventCursor("0", 0), 10_000).stream()
        .filter(event -> event.kind().equals("call_not_handed_over"))
        .map(event -> event.facts().toString())
        .reduce("", String::concat);
  }
}
