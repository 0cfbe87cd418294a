package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.frontdoor.Direct;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.Greetings;
import kept.frontdoor.Key;
import kept.frontdoor.KeyAct;
import kept.frontdoor.Moment;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.frontdoor.Wave;
import kept.line.Sipp;
import kept.line.rtp.Law;
import kept.line.speech.Wav;
import org.junit.jupiter.api.Test;

/// What a front door does with real calls: greeting, keys, screening, who is let straight
/// through, and whose calls ring nobody.
class FrontDoorWireTest {
  private static final String CHUCK = "+14155550142";
  private static final Plan TEN_SECONDS =
      new Plan(false, List.of(new Wave(List.of(), Duration.ofSeconds(10))), Overflow.VOICEMAIL);

  @Test
  void aNuisanceRingsNobodyAndIsOwedNothing() throws Exception {
    try (var shop = new TestPhones(TEN_SECONDS)) {
      shop.kept.rooms.nuisances.add(shop.kept.shop.dana, CHUCK, "sells lamps");
      var phone = shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      shop.rings("uac-talks", 500);

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.NUISANCE);
      assertThat(call.promise()).isNull();
      assertThat(phone.messages()).doesNotContain("INVITE sip:");
    }
  }

  @Test
  void phonesRingWhileTheGreetingIsHeard() throws Exception {
    try (var shop = new TestPhones(TEN_SECONDS)) {
      greets(shop);
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.rings("uac-talks", 3500);

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
      assertThat(call.agent()).isEqualTo(shop.kept.shop.priya);
      assertThat(call.answeredAt()).isNotNull();
      assertThat(call.keys()).isZero();
    }
  }

  @Test
  void whoeverPressesTheKeyIsRungBack() throws Exception {
    var key = new Key('1', KeyAct.RING_BACK, List.of());
    try (var shop = new TestPhones(TEN_SECONDS.keys(List.of(key)))) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      presses(shop, "1");

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.MISSED);
      assertThat(call.keys()).isEqualTo(1);
      assertThat(shop.kept.rooms.calls.places().keeps(call)).isTrue();
    }
  }

  @Test
  void aKeyOfNobodysChangesNothing() throws Exception {
    var key = new Key('1', KeyAct.RING_BACK, List.of());
    try (var shop =
        new TestPhones(TEN_SECONDS.keys(List.of(key)).overflow(Overflow.RING_BACK, null))) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      presses(shop, "7");

      assertThat(shop.over().keys()).isEqualTo(1);
      assertThat(shop.kept.rooms.calls.places().keeps(shop.over())).isFalse();
    }
  }

  @Test
  void whoeverWithholdsTheirNumberSaysTheirNameFirst() throws Exception {
    try (var shop = new TestPhones(TEN_SECONDS.screening(Screening.WITHHELD))) {
      var phone = shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.rings("uac-withholds", 14_000);
      phone.passes();

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
      assertThat(call.answeredAt()).isNotNull();
      var name = shop.kept.shop.folder.resolve("recordings").resolve(call.id() + "-name.wav");
      assertThat(name).doesNotExist();
    }
  }

  @Test
  void whoeverIsKnownIsNotAskedForTheirName() throws Exception {
    try (var shop = new TestPhones(TEN_SECONDS.screening(Screening.WITHHELD))) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.rings("uac-talks", 300);

      assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
    }
  }

  @Test
  void aFewReachOnePersonBeforeAnybodyElseRings() throws Exception {
    try (var shop = new TestPhones(TEN_SECONDS)) {
      change(shop, TEN_SECONDS.direct(new Direct(shop.kept.shop.dana, List.of(CHUCK))));
      var others = shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      shop.phone(shop.kept.shop.dana, "uas-answers");
      shop.rings("uac-talks", 300);

      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.dana);
      assertThat(others.messages()).doesNotContain("INVITE sip:");
    }
  }

  /// A second of silence, which is heard like any other.
  private static void greets(TestPhones shop) {
    var wav = Wav.pcm(new short[Law.RATE]);
    var greeting = shop.kept.rooms.greetings.keep(wav, "Marlow and Daughter.");
    change(shop, TEN_SECONDS.greetings(Greetings.NONE.with(Moment.OPEN, greeting)));
  }

  private static void change(TestPhones shop, Plan plan) {
    var doors = shop.kept.rooms.frontDoors;
    var door = doors.list().getFirst();
    doors.set(shop.kept.shop.dana, new FrontDoor(door.id(), door.name(), plan));
  }

  private static void presses(TestPhones shop, String digit) throws Exception {
    Sipp.play(
        "uac-presses",
        TestPhones.CARRIER,
        shop.port(),
        "-s",
        TestPhones.NUMBER,
        "-key",
        "digit",
        digit);
  }
}
