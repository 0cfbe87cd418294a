package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.TestBrowser;
import kept.line.Call;
import kept.line.Ears;
import kept.promises.Promise;
import kept.promises.PromiseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody waits while Priya talks: in music that she forgot, or at the door as a second caller.
class SecondCallerWireTest {
  private static final String LUIS = "+14155550126";
  private static final int LUISES = 500;
  private static final int PRIYAS = 800;

  private final TestPhones shop = new TestPhones();
  private TestBrowser priya;
  private PhoneCall first;
  private Ears atPriya;

  @BeforeEach
  void priyaTalks() throws Exception {
    shop.chuck();
    for (var other : List.of(shop.kept.shop.edie, shop.kept.shop.dana))
      shop.kept.shop.change(other, each -> each.takingCalls(false));
    shop.saying(shop.kept.shop.priya, PRIYAS);
    shop.ringsSaying(LUIS, LUISES);
    first = shop.talked();
    priya = shop.kept.as(shop.kept.shop.priya);
    atPriya = Ears.on(shop.legs().getLast());
    TestPhones.waits("they talk", () -> atPriya.us().share(LUISES) > 0.8);
  }

  @AfterEach
  void close() throws InterruptedException {
    shop.line().calls().forEach(Call::hangUp);
    TestPhones.waits("all is over", () -> shop.kept.rooms.calls.countLive() == 0);
    shop.close();
  }

  @Test
  void whoeverHoldsForAMinuteHearsABeepAndEveryoneSeesWhoIsForgotten() throws Exception {
    priya.post("/call/" + first.id() + "/hold");
    shop.waits(first, state -> state.heldSince() != null);
    TestPhones.waits("silence at Priya’s", () -> atPriya.us().isSilent());
    var edie = shop.kept.as(shop.kept.shop.edie);
    shop.kept.clock.advance(Duration.ofSeconds(50));
    assertThat(edie.get("/calls/now").body()).doesNotContain("Hears music");

    shop.kept.clock.advance(Duration.ofSeconds(11));
    TestPhones.waits("a beep at Priya’s", () -> !atPriya.us().isSilent());
    TestPhones.waits("it is said once", () -> forgotten() == 1);
    assertThat(edie.get("/calls/now").body()).contains("Hears music, Priya has them");
    TestPhones.waits("silence again", () -> atPriya.us().isSilent());
    shop.kept.clock.advance(Duration.ofSeconds(61));
    TestPhones.waits("it is said again", () -> forgotten() == 2);

    priya.post("/call/" + first.id() + "/resuming");
    shop.waits(first, state -> state.heldSince() == null);
    shop.kept.clock.advance(Duration.ofSeconds(61));
    TestPhones.waits("they talk again", () -> atPriya.us().share(LUISES) > 0.8);
    assertThat(forgotten()).isEqualTo(2);
  }

  @Test
  void whoeverAnswersASecondCallerHasTheFirstOneHold() throws Exception {
    var second = aSecondRings();
    assertThat(priya.get("/calls/now").body())
        .contains("Answer, the other holds", "Dana takes it", "within ten minutes");

    assertThat(priya.post("/call/" + second.id() + "/taking").statusCode()).isEqualTo(303);
    shop.waits(second, state -> state.agent().equals(shop.kept.shop.priya));
    shop.waits(first, state -> state.heldSince() != null);
    assertThat(priya.get("/call/" + first.id()).body()).contains("hears music");
    TestPhones.waits("the first is not heard", () -> atPriya.us().isSilent());
  }

  @Test
  void aColleagueTakesTheSecondCallerAndTheFirstTalkGoesOn() throws Exception {
    shop.saying(shop.kept.shop.dana, 1100);
    var second = aSecondRings();

    assertThat(priya.post("/call/" + second.id() + "/passing").statusCode()).isEqualTo(303);
    shop.waits(second, state -> state.agent().equals(shop.kept.shop.dana));
    assertThat(state(first).heldSince()).isNull();
    assertThat(state(first).agent()).isEqualTo(shop.kept.shop.priya);
    assertThat(atPriya.us().share(LUISES)).isGreaterThan(0.8);
  }

  @Test
  void whoeverSaysThatTheyRingSoonPromisesItThemselvesWithinTenMinutes() throws Exception {
    var second = aSecondRings();

    priya.post("/call/" + second.id() + "/soon");
    assertThat(owed(second)).singleElement().satisfies(promise -> {
      assertThat(promise.keeper()).isEqualTo(shop.kept.shop.priya);
      assertThat(promise.dueAt()).isEqualTo(shop.kept.clock.in(Duration.ofMinutes(10)));
    });
    priya.post("/call/" + second.id() + "/soon");
    assertThat(owed(second)).as("said twice").hasSize(1);
  }

  @Test
  void whatWasOwedForLaterDoesNotSwallowWhatIsPromisedNow() throws Exception {
    var second = aSecondRings();
    shop.kept.rooms.database.useTransaction(tx -> shop.kept.rooms.calls.owesRingBack(second.id()));
    assertThat(owed(second)).hasSize(1);

    priya.post("/call/" + second.id() + "/soon");
    assertThat(owed(second))
        .extracting(Promise::dueAt)
        .contains(shop.kept.clock.in(Duration.ofMinutes(10)));
  }

  /// Chuck.
  private PhoneCall aSecondRings() throws InterruptedException {
    shop.later("uac-hears-bye", 0);
    TestPhones.waits("a second rings", () -> shop.kept.rooms.calls.countLive() == 2);
    return shop.kept.rooms.calls.live().stream()
        .filter(call -> !call.id().equals(first.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<Promise> owed(PhoneCall call) {
    return shop.kept.rooms.promises.to(call.customer()).stream()
        .filter(promise -> promise.state() == PromiseState.OPEN)
        .toList();
  }

  private TalkState state(PhoneCall call) {
    return shop.kept.kept().talks().of(call.id()).orElseThrow();
  }

  private int forgotten() {
    return shop.kept.rooms.database.read(tx -> tx.createQuery(
            "select count(*) from event where kind = 'call_changed' and facts ->> 'what' = 'FORGOTTEN'")
        .mapTo(Integer.class)
        .one());
  }
}
