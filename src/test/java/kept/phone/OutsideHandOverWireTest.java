package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import kept.TestBrowser;
import kept.line.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A call goes to somebody outside the shop, over the trunk. sipp plays the caller, Priya's phone,
/// and the carrier with whoever is called.
class OutsideHandOverWireTest {
  private static final String SUPPLIER = "(415) 555-0177";

  private Sipp carrier;
  private TestPhones shop;
  private Sipp priyasPhone;
  private TestBrowser priya;
  private PhoneCall call;

  @BeforeEach
  void priyaTalks() throws Exception {
    carrier = TestPhones.carrier("uas-answers");
    shop = new TestPhones();
    shop.chuck();
    priyasPhone = shop.phone(shop.kept.shop.priya, "uas-answers");
    shop.later("uac-talks", 6000);
    call = shop.talked();
    priya = shop.kept.as(shop.kept.shop.priya);
  }

  @AfterEach
  void close() {
    shop.close();
    carrier.close();
  }

  @Test
  void whoeverIsAskedFirstJoinsAndThenHasTheCall() throws Exception {
    handsOver(SUPPLIER, "warm");
    shop.waits(call, state -> state.asked() != null && state.asked().talking());
    assertThat(priya.get("/call/" + call.id()).body())
        .contains("You’re talking with (415) 555-0177");
    assertThat(carrier.messages())
        .contains("INVITE sip:+14155550177@", "From: \"Marlow & Daughter\" <sip:+14155550100@");
    priya.post("/call/" + call.id() + "/joining");
    shop.waits(call, state -> SUPPLIER.equals(state.joined()));

    priya.post("/call/" + call.id() + "/leaving");
    priyasPhone.passes();
    theyTalkOutside();
    assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
    assertThat(number("select warm_hand_overs from call")).isEqualTo(1);
  }

  @Test
  void itGoesOutsideAtOnceAndNobodyOfUsHasItAnyMore() throws Exception {
    handsOver("+1 415 555 0177", "straight");
    priyasPhone.passes();
    theyTalkOutside();

    assertThat(priya.get("/calls/now").body()).doesNotContain("Chuck Alvarez");
    assertThat(priya.get("/call/" + call.id()).body())
        .contains("You handed Chuck over.")
        .doesNotContain("Pick up your phone");
    assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
    assertThat(number("select hand_overs from call")).isEqualTo(1);
    assertThat(priya.get("/call/" + call.id()).headers().firstValue("Location"))
        .hasValue("/call/" + call.id() + "/wrap-up");
  }

  @ParameterizedTest
  @CsvSource({
    "911, Call for help",
    "+1 911, Call for help",
    "112, Call for help",
    "+1 900 555 0142, costs extra",
    "+44 20 7946 0000, only the countries",
    "(415) 555-0100, a number of yours",
    "twelve, no number"
  })
  void whereNoCallWouldGoNobodyIsHandedOver(String number, String why) throws Exception {
    for (var how : new String[] {"warm", "straight"}) {
      var answer = priya.post("/call/" + call.id() + "/hand-over", "number", number, "how", how);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains(why);
    }
    assertThat(shop.kept.kept().talks().of(call.id())).isPresent();
    assertThat(carrier.messages()).doesNotContain("INVITE ");
  }

  private void handsOver(String number, String how) {
    var answer = priya.post(
        "/call/" + call.id() + "/hand-over",
        "agent",
        shop.kept.shop.edie.toString(),
        "number",
        number,
        "how",
        how);
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private void theyTalkOutside() throws InterruptedException {
    TestPhones.waits(
        "it is out of the house",
        () -> shop.kept.kept().talks().isOutside(shop.kept.rooms.calls.get(call.id())));
    assertThat(shop.legs()).hasSize(2);
  }

  private int number(String sql) {
    return shop.kept.rooms.database.read(
        tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }
}
