package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Three parties who hear each other through us, through real sockets. They talk in step: who
/// has heard 20 ms says 20 ms.
@Timeout(60)
class MixWireTest {
  /// Each party with its law, its tone, and what it has heard.
  private static final class Party implements AutoCloseable {
    final RtpProbe probe = new RtpProbe();
    final byte[] tone;
    final List<RtpProbe.Packet> heard = new ArrayList<>();
    final RecordedMediaEvents events = new RecordedMediaEvents();
    final MediaLeg leg;
    private int said;

    Party(Media media, Law law, int hertz) throws NoPortLeft {
      probe.law = law;
      tone = Tones.coded(law, Tones.sine(hertz, 1000));
      leg = media.open(events);
    }

    void hear() {
      heard.add(probe.hear());
    }

    void say() {
      int at = 160 * (said++ % 50);
      probe.say(leg, Arrays.copyOfRange(tone, at, at + 160));
    }

    /// Of what it heard in the last half second.
    double share(int hertz) {
      var last = heard.subList(heard.size() - 25, heard.size());
      return Tones.share(hertz, probe.law, RtpProbe.audio(last));
    }

    @Override
    public void close() {
      probe.close();
    }
  }

  private final Media media = MediaFixture.media();
  private Party chuck;
  private Party dana;
  private Party edie;

  @BeforeEach
  void confer() throws NoPortLeft {
    chuck = new Party(media, Law.PCMU, 440);
    dana = new Party(media, Law.PCMA, 700);
    edie = new Party(media, Law.PCMU, 1000);
    edie.probe.encrypt(7, 10);
    for (var each : all()) {
      var others = all().stream().filter(other -> other != each).map(it -> it.leg);
      each.leg.play(new Source.Mix(others.toList()));
      each.leg.agree(each.probe.agreement());
    }
  }

  @AfterEach
  void close() {
    media.close();
    all().forEach(Party::close);
  }

  private List<Party> all() {
    return List.of(chuck, dana, edie);
  }

  @Test
  void eachHearsTheTwoOthersAndNotItselfOnOneStream() {
    talkUntilHeard(chuck, 700, 1000);
    talkUntilHeard(dana, 440, 1000);
    talkUntilHeard(edie, 440, 700);

    assertThat(chuck.share(440)).isLessThan(0.01);
    assertThat(dana.share(700)).isLessThan(0.01);
    assertThat(edie.share(1000)).isLessThan(0.01);
    for (var each : all()) PlayingWireTest.assertRunsOn(each.heard, 160);
    assertThat(dana.heard).allMatch(packet -> packet.payloadType() == 8);
  }

  @Test
  void whenOneLeavesTheOthersAreRelayedOnTheSameStream() {
    talkUntilHeard(chuck, 700, 1000);

    chuck.leg.play(new Source.Peer(dana.leg));
    dana.leg.play(new Source.Peer(chuck.leg));
    edie.leg.close();
    for (int i = 0; i < 50; i++) {
      chuck.say();
      dana.say();
      chuck.hear();
      dana.hear();
    }

    assertThat(chuck.share(700)).isGreaterThan(0.9);
    assertThat(dana.share(440)).isGreaterThan(0.9);
    PlayingWireTest.assertRunsOn(chuck.heard, 160);
    PlayingWireTest.assertRunsOn(dana.heard, 160);
  }

  @Test
  void aPartyThatIsGoneIsSilenceForTheOthers() {
    talkUntilHeard(chuck, 700, 1000);
    edie.leg.close();
    for (int i = 0; i < 50; i++) {
      chuck.hear();
      dana.say();
    }

    assertThat(chuck.share(700)).isGreaterThan(0.9);
    PlayingWireTest.assertRunsOn(chuck.heard, 160);
  }

  @Test
  void aMutedPartyIsHeardByNobodyAndHearsAll() {
    edie.leg.mute(true);
    talkUntilHeard(edie, 440, 700);
    for (int i = 0; i < 30; i++) talk();

    assertThat(chuck.share(1000)).isLessThan(0.01);
    assertThat(chuck.share(700)).isGreaterThan(0.9);
  }

  @Test
  void aKeyOfOneIsPressedOnceForEachOfTheOthers() throws InterruptedException {
    talk();
    edie.probe.key(5).forEach(packet -> edie.probe.send(edie.leg, packet));

    assertThat(edie.events.next()).isEqualTo('5');
    for (var other : List.of(chuck, dana)) {
      var key = new ArrayList<RtpProbe.Packet>();
      key.add(other.probe.hear(packet -> packet.payloadType() == RtpProbe.DIGITS));
      for (var next = other.probe.hear(); key.size() < 10; next = other.probe.hear()) key.add(next);
      assertThat(key).allMatch(packet -> packet.payloadType() == RtpProbe.DIGITS);
      assertThat(key.getLast().payload()).startsWith(5, 0x8A);
      assertThat(other.probe.hear(20)).allMatch(packet -> packet.payloadType() != RtpProbe.DIGITS);
      assertThat(other.events.told).isEmpty();
    }
    assertThat(edie.probe.hear(30)).noneMatch(packet -> packet.payloadType() == RtpProbe.DIGITS);
  }

  /// A frame bears a number as its sound. None may be missing but where the listener's own
  /// stream jumped, since the machine stood still.
  @Test
  void forSecondsNoFrameIsLost() {
    int frames = 250;
    for (int i = 0; i < frames + 30; i++) {
      chuck.hear();
      if (i < frames) dana.probe.say(dana.leg, MediaFixture.packetOf(number(i)));
    }

    var heard = new ArrayList<Integer>();
    int jumps = 0;
    for (int i = 1; i < chuck.heard.size(); i++) {
      var packet = chuck.heard.get(i);
      int code = alaw(packet.payload()[80]);
      if (code != alaw(G711.ULAW_SILENCE)) heard.add(code);
      if (packet.timestamp() - chuck.heard.get(i - 1).timestamp() != 160) jumps++;
    }
    var said = new ArrayList<Integer>();
    for (int i = 0; i < frames; i++) said.add(number(i));
    if (jumps == 0) assertThat(heard).isEqualTo(said);
    assertThat(heard).hasSizeGreaterThanOrEqualTo(frames - 8 * jumps);
  }

  /// Of the loud half of the A-law, where both laws are equally fine.
  private static int number(int index) {
    return alaw(G711.encode(Law.PCMU, (short) (2000 + 100 * (index % 20))));
  }

  private static int alaw(byte ulaw) {
    return G711.encode(Law.PCMA, G711.decode(Law.PCMU, ulaw)) & 0xFF;
  }

  private void talk() {
    all().forEach(Party::hear);
    all().forEach(Party::say);
  }

  private void talkUntilHeard(Party listener, int one, int other) {
    for (int i = 0; i < 300; i++) {
      talk();
      if (listener.heard.size() < 25) continue;
      if (listener.share(one) > 0.4 && listener.share(other) > 0.4) return;
    }
    throw new AssertionError(
        "Heard are %.2f and %.2f.".formatted(listener.share(one), listener.share(other)));
  }
}
