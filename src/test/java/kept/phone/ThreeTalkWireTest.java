package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kept.TestBrowser;
import kept.line.Baresip;
import kept.line.Ears;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three in one call, brought together at the desk. Chuck, Priya and Edie each have a softphone
/// that says a tone of its own.
class ThreeTalkWireTest {
  private static final int CHUCKS = 500;
  private static final int PRIYAS = 800;
  private static final int EDIES = 1100;

  private TestPhones shop;
  private TestBrowser priya;
  private Baresip chucksPhone;
  private Baresip priyasPhone;
  private Baresip ediesPhone;
  private PhoneCall call;
  private List<Ears> ears;

  @BeforeEach
  void allThree() throws Exception {
    shop = new TestPhones();
    shop.kept.shop.change(shop.kept.shop.edie, each -> each.takingCalls(false));
    priyasPhone = shop.saying(shop.kept.shop.priya, PRIYAS);
    ediesPhone = shop.saying(shop.kept.shop.edie, EDIES);
    chucksPhone = shop.ringsSaying(CHUCKS);
    call = shop.talked();
    priya = shop.kept.as(shop.kept.shop.priya);
    does("hand-over", "agent", shop.kept.shop.edie.toString(), "how", "warm");
    shop.waits(call, state -> state.asked() != null && state.asked().talking());
    does("joining");
    shop.waits(call, state -> state.joined() != null);
    ears = shop.legs().stream().map(Ears::on).toList();
    hears(0, PRIYAS, EDIES);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void eachHearsTheTwoOthers() throws Exception {
    hears(1, CHUCKS, EDIES);
    hears(2, CHUCKS, PRIYAS);
    assertThat(priya.get("/call/" + call.id()).body()).contains("Edie is in the talk too.");
    assertThat(number("select warm_hand_overs + hand_overs from call")).isZero();

    does("end");
    assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
  }

  @Test
  void whenTheThirdLeavesTwoGoOn() throws Exception {
    ediesPhone.hangUp();
    hears(0, PRIYAS);
    hears(1, CHUCKS);

    shop.waits(call, state -> state.joined() == null);
    assertThat(priya.get("/call/" + call.id()).body()).doesNotContain("Edie is in the talk");
    does("hold");
    shop.waits(call, state -> state.heldSince() != null);
    does("end");
    assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
  }

  @Test
  void whenTheCallerLeavesItIsOverForAll() throws Exception {
    chucksPhone.hangUp();

    assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
    priyasPhone.prints("session closed");
    ediesPhone.prints("session closed");
  }

  @Test
  void whenOurAgentLeavesTheThirdHasTheCall() throws Exception {
    does("leaving");
    shop.waits(call, state -> state.agent().equals(shop.kept.shop.edie));
    hears(0, EDIES);
    hears(2, CHUCKS);

    assertThat(priya.post("/call/" + call.id() + "/hold").body()).contains("Somebody else has");
    priya = shop.kept.as(shop.kept.shop.edie);
    does("end");
    assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.edie);
    assertThat(number("select warm_hand_overs from call")).isEqualTo(1);
  }

  @Test
  void theOthersAreNotHeldByOneOfThree() throws Exception {
    assertThat(priya.post("/call/" + call.id() + "/hold").body()).contains("mute yourself");
    assertThat(priya
            .post("/call/" + call.id() + "/hand-over", "agent", shop.kept.shop.dana.toString())
            .body())
        .contains("Three talk already");
    priyasPhone.hold();
    hears(0, EDIES);
    priyasPhone.resume();
    hears(0, PRIYAS, EDIES);
    assertThat(number("select holds from call")).isEqualTo(1);
  }

  @Test
  void aRecordingOfThreeHasThemAllAndLeavesThemTogether() throws Exception {
    does("recording");
    TestPhones.waits("it is recorded", () -> shop.line().recordings() == 1);
    hears(0, PRIYAS, EDIES);
    hears(1, CHUCKS, EDIES);
    hears(2, CHUCKS, PRIYAS);
    does("end");

    var heard = shop.taped(shop.over(), 1);
    assertThat(Ears.share(heard, PRIYAS)).isGreaterThan(0.2);
    assertThat(Ears.share(heard, EDIES)).isGreaterThan(0.2);
    assertThat(Ears.share(shop.taped(shop.over(), 0), CHUCKS)).isGreaterThan(0.5);
  }

  private void does(String act, String... form) {
    assertThat(priya.post("/call/" + call.id() + "/" + act, form).statusCode()).isEqualTo(303);
  }

  private void hears(int who, int... tones) throws InterruptedException {
    TestPhones.waits(who + " hears them", () -> {
      for (var tone : tones)
        if (ears.get(who).us().share(tone) < 0.9 / tones.length - 0.1) return false;
      return true;
    });
  }

  private int number(String sql) {
    return shop.kept.rooms.database.read(
        tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }
}
