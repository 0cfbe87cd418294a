package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kept.line.sip.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A telephone that others wrote, doing what people do with theirs.
class BaresipTest {
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
  void aPhoneRegistersAndUnregistersAsItQuits() throws Exception {
    try (var phone = Baresip.phone(kept, "101", 440)) {
      phone.prints("200 OK");
      phone.quit();
      kept.desk.await("its leaving", desk -> kept.line.phonesOf("101").isEmpty());
    }
  }

  @Test
  void aPhoneWithAWrongSecretDoesNotRegister() throws Exception {
    var setup = new Baresip.Setup("101", 440).secret("guess");
    try (var phone = Baresip.start(kept, setup)) {
      phone.prints("403 Forbidden");
      assertThat(kept.line.phonesOf("101")).isEmpty();
    }
  }

  @Test
  void aPhoneHearsThePrompt() throws Exception {
    try (var phone = Baresip.phone(kept, "101", 700)) {
      phone.dial("7000");
      var leg = kept.desk.talking("101");
      var ears = Ears.on(leg);
      hears(ears.us(), 440);
      hears(ears.party(), 700);
      phone.hangUp();
      phone.prints("terminate call");
      ended();
    }
    assertThat(end()).isEqualTo(Ending.Cause.HUNG_UP);
  }

  @Test
  void thePhoneThatAnswersFirstGetsTheCallAndTheOtherStopsRinging() throws Exception {
    var rings = new Baresip.Setup("102", 800).ringing();
    var answersLater = new Baresip.Setup("103", 500).ringing();
    try (var one = Baresip.phone(kept, rings);
        var other = Baresip.phone(kept, answersLater);
        var caller = Sipp.start(
            "uac-talks", "127.0.0.2", kept.port(), "-s", "8102103", "-d", "1500", "-rtp_echo")) {
      kept.desk.await(
          "two phones that ring", desk -> desk.all(CallEvent.Ringing.class).size() == 2);
      other.answer();
      hears(Ears.on(kept.desk.talking("103")).us(), 500);
      one.prints("session closed");
      caller.passes();
    }
    ended();
    assertThat(kept.desk.all(CallEvent.Left.class))
        .filteredOn(left -> TestDesk.is(left.leg(), "102"))
        .singleElement()
        .satisfies(left -> assertThat(left.ending().cause()).isEqualTo(Ending.Cause.CANCELLED));
  }

  @Test
  void aPhoneHoldsAndResumes() throws Exception {
    try (var one = Baresip.phone(kept, "101", 600);
        var other = Baresip.phone(kept, "102", 800)) {
      one.dial("8102");
      var holder = Ears.on(kept.desk.talking("101"));
      var held = Ears.on(kept.desk.talking("102"));
      hears(held.us(), 600);
      one.hold();
      kept.desk.await("the hold", desk -> desk.all(CallEvent.Held.class).size() == 1);
      hears(held.us(), 480); // our music
      one.resume();
      kept.desk.await("the end of it", desk -> desk.all(CallEvent.Resumed.class).size() == 1);
      hears(held.us(), 600);
      hears(holder.us(), 800);
      one.hangUp();
      other.prints("session closed");
    }
    ended();
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
