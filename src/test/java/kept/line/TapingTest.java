package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import kept.line.rtp.G711;
import kept.line.rtp.Law;
import kept.line.sip.Softphone;
import kept.line.speech.Gap;
import kept.line.speech.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a recording keeps of a call that goes on around it.
class TapingTest {
  @TempDir
  Path folder;

  private Path tape;
  private TestLine kept;

  @BeforeEach
  void open() throws Exception {
    tape = folder.resolve("call.wav");
    kept = new TestLine();
  }

  @AfterEach
  void close() {
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
    assertThat(kept.line.recordings()).as("files that nobody ended").isZero();
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void aCardNumberSaidOrPressedInAPauseIsNotOnTheTape() throws Exception {
    try (var one = Baresip.phone(kept, "101", 600);
        var other = Baresip.phone(kept, "102", 800)) {
      one.dial("8102");
      var payer = kept.desk.talking("101");
      var agent = kept.desk.talking("102");
      hears(Ears.on(payer).us(), 800);
      var call = payer.call();

      call.record(payer, tape);
      aMomentPasses(payer);
      call.pauseRecording("Priya");
      aMomentPasses(payer);
      one.press("41");
      kept.desk.await("its keys", desk -> desk.all(CallEvent.Pressed.class).size() == 2);
      call.press(payer, "7");
      aMomentPasses(payer);
      call.resumeRecording("Sam");
      aMomentPasses(payer);
      call.stopRecording();
      kept.desk.await("its end on the disk", desk -> kept.line.recordings() == 0);

      long length = Files.size(tape);
      aMomentPasses(payer);
      assertThat(Files.size(tape)).isEqualTo(length);
      assertThat(payer.isOver()).isFalse();
      assertThat(agent.isOver()).isFalse();
      one.hangUp();
      other.prints("session closed");
    }
    var gap = theOnlyGap();
    assertThat(gap.pausedBy()).isEqualTo("Priya");
    assertThat(gap.resumedBy()).isEqualTo("Sam");
    assertThat(gap.to() - gap.from()).isGreaterThan(Law.RATE * 3 / 2);
    var said = channel(0);
    var heard = channel(1);
    for (var way : new short[][] {said, heard})
      assertThat(part(way, gap.from(), gap.to())).containsOnly((short) 0);
    long half = Law.RATE / 2;
    assertThat(isToneIn(said, 600, gap.from() - half, gap.from() - 2 * half)).isTrue();
    assertThat(isToneIn(heard, 800, gap.from() - half, gap.from() - 2 * half)).isTrue();
    assertThat(isToneIn(said, 600, gap.to(), gap.to() + half)).isTrue();
    assertThat(isToneIn(heard, 800, gap.to(), gap.to() + half)).isTrue();
  }

  /// In one of two half seconds: a phone on a busy machine may be late with a packet in the other.
  private static boolean isToneIn(short[] way, int hertz, long... halves) {
    return LongStream.of(halves)
        .filter(at -> at >= 0)
        .anyMatch(at -> Ears.isTone(part(way, at, at + Law.RATE / 2), hertz));
  }

  @Test
  void aRecordingThatIsPausedWhenTheCallEndsStaysPaused() throws Exception {
    try (var phone = Baresip.phone(kept, "101", 600)) {
      phone.dial("7000");
      var caller = kept.desk.talking("101");
      caller.call().record(caller, tape);
      aMomentPasses(caller);
      caller.call().pauseRecording("Priya");
      aMomentPasses(caller);
      phone.hangUp();
      kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
    }
    kept.desk.await("its end on the disk", desk -> kept.line.recordings() == 0);
    var gap = theOnlyGap();
    assertThat(gap.to()).isEqualTo(Gap.OPEN);
    assertThat(gap.resumedBy()).isNull();
    var said = channel(0);
    assertThat(said).hasSizeGreaterThan((int) gap.from() + Law.RATE / 2);
    assertThat(part(said, gap.from(), said.length)).containsOnly((short) 0);
  }

  @Test
  void aRecordingGoesWithThePartyWhoIsPassedOn() throws Exception {
    try (var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100");
        var phone = Softphone.udp(kept.port(), "127.0.0.1", "101");
        var next = Softphone.udp(kept.port(), "127.0.0.1", "102")) {
      phone.register();
      next.register();
      var calling = caller.call("8101");
      var first = phone.called();
      var second = phone.call("8102");
      next.called();
      kept.desk.await("both", desk -> desk.all(CallEvent.Connected.class).size() == 2);
      var far = kept.desk.talking("102");
      far.call().record(far, tape);
      kept.desk.await("its beginning", desk -> kept.line.recordings() == 1);

      phone.refer(
          first,
          "sip:102@127.0.0.1?Replaces="
              + URLEncoder.encode(second.replaces(), StandardCharsets.UTF_8));
      phone.hears("BYE", 2);
      kept.desk.await("it", desk -> !desk.all(CallEvent.Transferred.class).isEmpty());
      far.call().pauseRecording("Priya");
      caller.hangUp(calling);
      next.hears("BYE", 1);
      kept.desk.await("its end on the disk", desk -> kept.line.recordings() == 0);
    }
    assertThat(theOnlyGap().pausedBy()).isEqualTo("Priya");
  }

  private Gap theOnlyGap() throws Exception {
    assertThat(Files.readString(folder.resolve("call.wav.gaps"))).contains("\"by\":\"Priya\"");
    var gaps = Recording.gaps(tape);
    assertThat(gaps).hasSize(1);
    return gaps.getFirst();
  }

  /// A second of talk.
  private void aMomentPasses(Leg leg) throws InterruptedException {
    long before = leg.quality().packetsHeard();
    kept.desk.await("a second", desk -> leg.quality().packetsHeard() > before + 50);
  }

  private static short[] part(short[] way, long from, long to) {
    return Arrays.copyOfRange(way, (int) from, (int) to);
  }

  /// One of the two of a stereo file, mu-law, whose head takes what it says.
  private short[] channel(int which) throws Exception {
    var bytes = Files.readAllBytes(tape);
    int head = new String(bytes, 0, 200, StandardCharsets.ISO_8859_1).indexOf("data") + 8;
    var sound = new short[(bytes.length - head) / 2];
    for (int i = 0; i < sound.length; i++)
      sound[i] = G711.decode(Law.PCMU, bytes[head + 2 * i + which]);
    return sound;
  }

  private void hears(Ears.Way way, int hertz) throws InterruptedException {
    kept.desk.await("a tone of " + hertz + " Hz", desk -> way.isTone(hertz));
  }
}
