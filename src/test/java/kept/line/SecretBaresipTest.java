package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kept.line.rtp.G711;
import kept.line.rtp.Law;
import kept.line.rtp.Source;
import kept.line.sdp.Secrecy;
import kept.line.sip.SipSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A telephone that others wrote, over TLS and with nothing in the clear.
class SecretBaresipTest {
  /// Packets of the first moment, before both sides know each other, are refused.
  private static final long FEW = 20;

  private static final Source.Clip BEEP = new Source.Clip(TestLine.tone(1000, 1), false);

  @TempDir
  Path folder;

  private Path certificate;
  private TestLine kept;

  @BeforeEach
  void open() throws Exception {
    var signed = SelfSigned.make(folder);
    certificate = signed.pem(folder);
    kept = new TestLine(SipSettings.Times.USUAL, signed.tls(), Secrecy.REQUIRED);
  }

  @AfterEach
  void close() {
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
    assertThat(kept.line.failures()).isZero();
  }

  private Baresip phone(String user, int hertz) throws Exception {
    return Baresip.phone(kept, new Baresip.Setup(user, hertz).secure(certificate));
  }

  @Test
  void aPhoneHearsThePromptInSecret() throws Exception {
    try (var phone = phone("101", 700)) {
      phone.dial("7000");
      var leg = kept.desk.talking("101");
      var ears = Ears.on(leg);
      hears(ears.us(), 440);
      hears(ears.party(), 700);
      kept.desk.await("two seconds of it", desk -> leg.quality().packetsHeard() > 100);
      assertThat(leg.negotiation().agreement())
          .hasValueSatisfying(agreed -> assertThat(agreed.srtp()).isNotNull());
      assertThat(leg.quality().refused()).as("%s", leg.quality()).isLessThan(FEW);
      assertThat(leg.quality().lost()).as("%s", leg.quality()).isLessThan(FEW);
      phone.hangUp();
      phone.prints("terminate call");
      ended();
    }
  }

  @Test
  void aPhoneLeavesAMessageInSecret() throws Exception {
    var tape = folder.resolve("message.wav");
    try (var phone = phone("101", 440)) {
      phone.dial("7000");
      var leg = kept.desk.talking("101");
      var call = leg.call();
      call.record(leg, tape);
      call.play(leg, BEEP);
      kept.desk.await("the beep", desk -> !desk.all(CallEvent.Played.class).isEmpty());
      long before = leg.quality().packetsHeard();
      kept.desk.await("two seconds", desk -> leg.quality().packetsHeard() > before + 100);
      assertThat(leg.quality().refused()).as("%s", leg.quality()).isLessThan(FEW);
      phone.hangUp();
      phone.prints("terminate call");
      ended();
    }
    var party = channel(tape, 0);
    var us = channel(tape, 1);
    assertThat(party.length).isGreaterThan(3 * Law.RATE * 9 / 10);
    var middle = Arrays.copyOfRange(party, party.length / 2, party.length / 2 + Law.RATE);
    assertThat(Ears.isTone(middle, 440)).isTrue();
    assertThat(Ears.pitch(middle)).isBetween(438, 442);
    var beep = Arrays.copyOfRange(us, Law.RATE / 4, Law.RATE / 2);
    assertThat(Ears.pitch(beep)).isBetween(995, 1005);
  }

  @Test
  void aCallerInTheClearTalksWithASecretPhone() throws Exception {
    try (var phone = phone("101", 440);
        var caller = Sipp.start(
            "uac-talks", "127.0.0.2", kept.port(), "-s", "8101", "-d", "4000", "-rtp_echo")) {
      var theirs = kept.desk.talking("101");
      var atPhone = Ears.on(theirs);
      var atCaller = Ears.on(kept.desk.talking("+14155550142"));
      hears(atCaller.us(), 440);
      hears(atCaller.party(), 440);
      hears(atPhone.us(), 440);
      assertThat(theirs.quality().refused()).as("%s", theirs.quality()).isLessThan(FEW);
      assertThat(theirs.quality().lost()).as("%s", theirs.quality()).isLessThan(FEW);
      caller.passes();
      phone.prints("session closed");
    }
    ended();
  }

  @Test
  void twoSecretPhonesTalkAndOneHolds() throws Exception {
    try (var one = phone("101", 600);
        var other = phone("102", 800)) {
      one.dial("8102");
      var first = kept.desk.talking("101");
      var second = kept.desk.talking("102");
      var holder = Ears.on(first);
      var held = Ears.on(second);
      hears(held.us(), 600);
      hears(holder.us(), 800);
      one.hold();
      hears(held.us(), 480); // our music
      one.resume();
      hears(held.us(), 600);
      hears(holder.us(), 800);
      assertThat(first.quality().refused()).as("%s", first.quality()).isLessThan(FEW);
      assertThat(second.quality().refused()).as("%s", second.quality()).isLessThan(FEW);
      other.hangUp();
      one.prints("session closed");
    }
    ended();
  }

  @Test
  void aPhoneInTheClearDoesNotGetIn() throws Exception {
    var clear = new Baresip.Setup("101", 440).secure(certificate).inTheClear();
    try (var phone = Baresip.phone(kept, clear)) {
      phone.dial("7000");
      phone.prints("488");
      ended();
    }
  }

  /// One of the two of a stereo file, mu-law, whose head takes what it says.
  private static short[] channel(Path tape, int which) throws Exception {
    var bytes = Files.readAllBytes(tape);
    int head =
        new String(bytes, 0, 200, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("data") + 8;
    var sound = new short[(bytes.length - head) / 2];
    for (int i = 0; i < sound.length; i++)
      sound[i] = G711.decode(Law.PCMU, bytes[head + 2 * i + which]);
    return sound;
  }

  private void hears(Ears.Way way, int hertz) throws InterruptedException {
    kept.desk.await("a tone of " + hertz + " Hz", desk -> way.isTone(hertz));
  }

  private void ended() throws InterruptedException {
    kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
  }
}
