package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kept.line.sip.Destination;
import kept.line.sip.Ending;
import kept.line.sip.Identity;
import kept.line.sip.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLineTest {
  private TestLine kept;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
  }

  @AfterEach
  void close() {
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
  }

  @Test
  void aPhoneCallsHearsThePromptAndEndsItByAKey() throws Exception {
    try (var phone = Sipp.phone("uac-prompt-auth", "101", kept.port(), "-s", "7000")) {
      phone.passes();
    }
    assertThat(kept.line.phonesOf("101")).hasSize(1);
    assertThat(kept.desk.all(CallEvent.Pressed.class)).hasSize(1);
  }

  @Test
  void aCallerReachesAPhone() throws Exception {
    try (var phone = Sipp.phone("uas-answers", "101", kept.port())) {
      Sipp.play("uac-talks", "127.0.0.2", kept.port(), "-s", "8101", "-d", "500");
      phone.passes();
    }
    ended();
    assertThat(kept.desk.all(CallEvent.Connected.class)).hasSize(1);
  }

  @Test
  void theFirstPhoneWinsAndTheOtherStopsRinging() throws Exception {
    try (var slow = Sipp.phone("uas-rings-in-vain", "102", kept.port());
        var quick = Sipp.phone("uas-answers", "101", kept.port())) {
      Sipp.play("uac-talks", "127.0.0.2", kept.port(), "-s", "8102101", "-d", "500");
      quick.passes();
      slow.passes();
    }
    ended();
  }

  @Test
  void anAnswerThatComesTooLateIsHungUpOn() throws Exception {
    try (var late = Sipp.phone("uas-answers-late", "102", kept.port());
        var quick = Sipp.phone("uas-answers", "101", kept.port())) {
      Sipp.play("uac-talks", "127.0.0.2", kept.port(), "-s", "8102101", "-d", "500");
      quick.passes();
      late.passes();
    }
    ended();
  }

  @Test
  void aCallerGivesUpWhileItRings() throws Exception {
    Sipp.play("uac-cancels", "127.0.0.2", kept.port(), "-s", "9000");
    ended();
    assertThat(kept.desk.all(CallEvent.Ended.class).getFirst().ending().cause())
        .isEqualTo(Ending.Cause.CANCELLED);
  }

  @Test
  void aCallerHearsThatEverybodyIsBusy() throws Exception {
    try (var one = Sipp.phone("uas-busy", "101", kept.port());
        var other = Sipp.phone("uas-busy", "102", kept.port())) {
      Sipp.play("uac-gets-486", "127.0.0.2", kept.port(), "-s", "8101102");
      one.passes();
      other.passes();
    }
    ended();
  }

  @Test
  void aCallerHoldsAndResumes() throws Exception {
    try (var phone = Sipp.phone("uas-answers", "101", kept.port())) {
      Sipp.play("uac-holds", "127.0.0.2", kept.port(), "-s", "8101");
      phone.passes();
    }
    ended();
    assertThat(kept.desk.all(CallEvent.Held.class)).hasSize(1);
    assertThat(kept.desk.all(CallEvent.Resumed.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404",
    "480, 8109",
    "503, 5000",
    "420, 7000",
    "422, 7000",
    "481, 7000",
    "488, 7000"
  })
  void whatCannotBecomeACallIsRefusedWithItsStatus(int code, String number) throws Exception {
    Sipp.play("uac-gets-" + code, "127.0.0.2", kept.port(), "-s", number);
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void aStrangerIsAskedForASecret() throws Exception {
    Sipp.play("uac-gets-407", "127.0.0.3", kept.port(), "-s", "7000");
    assertThat(kept.desk.admitted).isEmpty();
  }

  @Test
  void aRepeatedInvitationIsOneCall() throws Exception {
    Sipp.play("uac-repeats", "127.0.0.2", kept.port(), "-s", "7000");
    assertThat(kept.desk.admitted).hasSize(1);
  }

  @Test
  void acknowledgesPressesHoldsAndRefreshesAsTheRfcsSay() throws Exception {
    try (var phone = Sipp.phone("uas-answers", "101", kept.port())) {
      Sipp.play("uac-features", "127.0.0.2", kept.port(), "-s", "8101");
      phone.passes();
    }
  }

  @Test
  void aLineThatClosesHangsUpFirst() throws Exception {
    try (var caller = Sipp.start("uac-hears-bye", "127.0.0.2", kept.port(), "-s", "7000")) {
      kept.desk.await("its answer", desk -> !desk.all(CallEvent.Answered.class).isEmpty());
      Thread.sleep(300); // its ACK

      kept.line.close();

      caller.passes();
    }
  }

  @Test
  void aCountryThatIsNotAllowedIsNotRung() throws Exception {
    var abroad = new Destination(
        "+442079460000", "127.0.0.2", 5060, Transport.UDP, "127.0.0.2", false, "carrier", null);

    kept.line.place().ring(List.of(new Target(abroad, new Identity("", "+15550100"))));

    ended();
    assertThat(kept.desk.all(CallEvent.Left.class))
        .singleElement()
        .extracting(left -> left.ending().cause())
        .isEqualTo(Ending.Cause.BARRED);
  }

  private void ended() throws InterruptedException {
    kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
  }
}
