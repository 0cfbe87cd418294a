package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import kept.line.sip.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A telephone that others wrote, doing what people do with theirs.
class BaresipCallsTest {
  /// Packets of the first moment, before both sides know each other, are refused.
  private static final long FEW = 20;

  private TestLine kept;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
  }

  @AfterEach
  void close() {
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void aCallerTalksWithAPhone() throws Exception {
    try (var phone = Baresip.phone(kept, "101", 440);
        var caller = Sipp.start(
            "uac-talks", "127.0.0.2", kept.port(), "-s", "8101", "-d", "4000", "-rtp_echo")) {
      var theirs = kept.desk.talking("101");
      var callers = kept.desk.talking("+14155550142");
      var atPhone = Ears.on(theirs);
      var atCaller = Ears.on(callers);
      // The caller gives back what it hears, so that the phone's tone goes once around.
      hears(atPhone.party(), 440);
      hears(atCaller.us(), 440);
      hears(atCaller.party(), 440);
      hears(atPhone.us(), 440);
      assertThat(atPhone.us().pitch()).isBetween(438, 442);
      assertThat(theirs.quality().refused()).as("%s", theirs.quality()).isLessThan(FEW);
      assertThat(theirs.quality().lost()).as("%s", theirs.quality()).isLessThan(FEW);
      caller.passes();
      phone.prints("session closed");
    }
    ended();
  }

  @Test
  void twoPhonesTalk() throws Exception {
    try (var one = Baresip.phone(kept, "101", 500);
        var other = Baresip.phone(kept, "102", 800)) {
      one.dial("8102");
      var first = kept.desk.talking("101");
      var second = kept.desk.talking("102");
      var atFirst = Ears.on(first);
      var atSecond = Ears.on(second);
      hears(atFirst.us(), 800);
      hears(atSecond.us(), 500);
      assertThat(atFirst.us().level()).isBetween(-17.0, -14.0); // a quarter of full scale
      assertThat(atSecond.us().level()).isBetween(-17.0, -14.0);
      long before = atFirst.us().packets();
      long spokenBefore = atSecond.party().packets();
      kept.desk.await("a hundred packets more", desk -> atFirst.us().packets() >= before + 100);
      assertThat(atSecond.party().packets() - spokenBefore).isBetween(95L, 105L);
      for (var leg : kept.desk.admitted.getFirst().legs()) {
        assertThat(leg.quality().refused()).as("%s", leg.quality()).isLessThan(FEW);
        assertThat(leg.quality().lost()).as("%s", leg.quality()).isLessThan(FEW);
        assertThat(leg.quality().mos()).isGreaterThan(4);
      }
      other.hangUp();
      one.prints("session closed");
    }
    ended();
  }

  @Test
  void aPhonePassesACallerOn() throws Exception {
    try (var one = Baresip.phone(kept, "101", 600);
        var other = Baresip.phone(kept, "102", 800);
        var third = Baresip.phone(kept, "103", 1000)) {
      one.dial("8102");
      var stays = kept.desk.talking("102");
      var staying = Ears.on(stays);
      hears(staying.us(), 600);
      one.transfer("103");
      var next = Ears.on(kept.desk.talking("103"));
      hears(staying.us(), 1000);
      hears(next.us(), 800);
      kept.desk.await("its leaving", desk -> kept.line.legs() == 2);
      assertThat(kept.desk.all(CallEvent.Transferred.class)).singleElement().satisfies(passed -> {
        assertThat(TestDesk.is(passed.from(), "101")).isTrue();
        assertThat(TestDesk.is(passed.to(), "103")).isTrue();
      });
      third.hangUp();
      other.prints("session closed");
    }
    ended();
  }

  @Test
  void aPhoneThatDiesInMidCallIsLostAndNothingIsLeft() throws Exception {
    kept.close();
    kept = TestLine.losing(Duration.ofMillis(1500));
    try (var one = Baresip.phone(kept, "101", 600);
        var other = Baresip.phone(kept, "102", 800)) {
      one.dial("8102");
      hears(Ears.on(kept.desk.talking("101")).us(), 800);
      other.kill();
      one.prints("session closed");
      ended();
      assertThat(kept.desk.all(CallEvent.Lost.class))
          .singleElement()
          .satisfies(lost -> assertThat(TestDesk.is(lost.leg(), "102")).isTrue());
      assertThat(end()).isEqualTo(Ending.Cause.SILENT);
      assertThat(kept.line.legs()).isZero();
      assertThat(kept.line.calls()).isEmpty();
    }
  }

  private void hears(Ears.Way way, int hertz) throws InterruptedException {
    kept.desk.await("a tone of " + hertz + " Hz", desk -> way.isTone(hertz));
  }

  private void ended() throws InterruptedException {
    kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
  }

  private Ending.Cause end() {
    return kept.desk.all(CallEvent.Ended.class).getFirst().ending().cause();
  }
}
