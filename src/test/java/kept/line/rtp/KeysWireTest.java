package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Keys that are pressed, in and out, through real sockets and a bad net.
@Timeout(30)
class KeysWireTest {
  private final Media media = MediaFixture.media();
  private final RtpProbe party = new RtpProbe();
  private final RecordedMediaEvents events = new RecordedMediaEvents();
  private final RecordedSink sink = new RecordedSink();
  private MediaLeg leg;

  @BeforeEach
  void open() throws NoPortLeft {
    leg = media.open(events);
    leg.agree(party.agreement());
    leg.tap(sink);
  }

  @AfterEach
  void close() {
    media.close();
    party.close();
  }

  @Test
  void aKeyIsToldOnceAndNoSinkHearsIt() throws InterruptedException {
    party.key(7).forEach(packet -> party.send(leg, packet));
    party.key(11).forEach(packet -> party.send(leg, packet));
    party.say(leg, packetOf(1));

    assertThat(events.next()).isEqualTo('7');
    assertThat(events.next()).isEqualTo('#');
    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(1);
    assertThat(events.told).isEmpty();
    assertThat(sink.heard).isEmpty();
  }

  @Test
  void aKeyIsOneKeyUnderLossDisorderAndDuplication() throws InterruptedException {
    var random = new Random(4733);
    party.say(leg, packetOf(0));
    for (int event = 0; event < 16; event++) {
      var packets = new ArrayList<>(party.key(event));
      packets.remove(random.nextInt(packets.size()));
      packets.add(packets.get(random.nextInt(packets.size())));
      Collections.swap(packets, 0, random.nextInt(packets.size()));
      packets.forEach(packet -> party.send(leg, packet));
    }

    for (char key : "0123456789*#ABCD".toCharArray()) assertThat(events.next()).isEqualTo(key);
    party.say(leg, packetOf(1));
    RecordedSink.next(sink.heard);
    RecordedSink.next(sink.heard);
    assertThat(events.told).isEmpty();
  }

  @Test
  void sinksHearEachPacketAtItsPlaceUnderLossDisorderAndDuplication() throws InterruptedException {
    var said = new ArrayList<RtpProbe.Packet>();
    for (int i = 0; i < 40; i++)
      said.add(new RtpProbe.Packet(i == 0, 0, 65_530 + i & 0xFFFF, 160 * i - 800, 9, packetOf(i)));
    var sent = new ArrayList<>(said);
    sent.remove(20);
    Collections.swap(sent, 5, 9);
    Collections.swap(sent, 30, 31);
    sent.add(15, said.get(12));
    sent.add(35, said.get(33));
    sent.forEach(packet -> party.send(leg, packet));

    var pieces = new ArrayList<RecordedSink.Piece>();
    for (int i = 0; i < 39; i++) pieces.add(RecordedSink.next(sink.heard));

    long start = pieces.getFirst().position();
    assertThat(pieces)
        .allSatisfy(
            piece -> assertThat(piece.position() - start).isEqualTo(160L * piece.audio()[0]));
    assertThat(pieces.stream().map(RecordedSink.Piece::position).distinct()).hasSize(39);
    assertThat(sink.heard).isEmpty();
  }

  @Test
  void whatThePartyHearsGoesByAtItsPlaceToo() throws InterruptedException {
    var first = RecordedSink.next(sink.said);
    var second = RecordedSink.next(sink.said);

    assertThat(second.position() - first.position()).isGreaterThanOrEqualTo(160);
    assertThat(first.law()).isEqualTo(Law.PCMU);
  }

  @Test
  void aSinkThatFailsIsTakenOutAndTheCallGoesOn() throws InterruptedException {
    leg.tap(new Sink() {
      @Override
      public void heard(long position, Law law, byte[] payload, int offset, int length) {
        throw new IllegalStateException("full");
      }

      @Override
      public void said(long position, Law law, byte[] payload, int offset, int length) {}
    });
    party.say(leg, packetOf(1));
    party.say(leg, packetOf(2));

    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(1);
    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(2);
  }

  @Test
  void weDialOneKeyAfterTheOtherOnTheSameStream() {
    party.hear(2);
    leg.press("1x#");

    var keys = new ArrayList<RtpProbe.Packet>();
    while (keys.size() < 20) {
      var packet = party.hear();
      if (packet.payloadType() == RtpProbe.DIGITS) keys.add(packet);
      else assertThat(keys).as("nothing is said between keys").isEmpty();
    }

    assertKey(keys.subList(0, 10), 1);
    assertKey(keys.subList(10, 20), 11);
    assertThat(keys.get(10).timestamp() - keys.get(0).timestamp()).isGreaterThanOrEqualTo(12 * 160);
    for (int i = 1; i < 20; i++)
      assertThat(keys.get(i).sequence()).isEqualTo(keys.get(i - 1).sequence() + 1 & 0xFFFF);
    var next = party.hear();
    assertThat(next.marker()).isTrue();
    assertThat(next.sequence()).isEqualTo(keys.getLast().sequence() + 1 & 0xFFFF);
    assertThat(next.timestamp() - keys.getFirst().timestamp()).isGreaterThanOrEqualTo(24 * 160);
  }

  @Test
  void whereThePartyKnowsNoKeysNothingIsDialled() {
    leg.agree(new Agreement(
        Law.PCMU,
        -1,
        20,
        RtpProbe.at(party.rtp),
        RtpProbe.at(party.rtcp),
        Direction.SENDRECV,
        null));
    leg.press("123");

    assertThat(party.hear(20)).allMatch(packet -> packet.payloadType() == 0);
  }

  @Test
  void oneLegsDiallingIsAnothersKeys() throws Exception {
    var otherEvents = new RecordedMediaEvents();
    var other = media.open(otherEvents);
    connect(leg, other);
    leg.press("0123456789*#ABCD");

    for (char key : "0123456789*#ABCD".toCharArray())
      assertThat(otherEvents.next()).isEqualTo(key);
  }

  static void connect(MediaLeg one, MediaLeg other) {
    one.agree(agreement(other));
    other.agree(agreement(one));
  }

  private static Agreement agreement(MediaLeg with) {
    var rtp = new java.net.InetSocketAddress("127.0.0.1", with.port());
    var rtcp = new java.net.InetSocketAddress("127.0.0.1", with.port() + 1);
    return new Agreement(Law.PCMU, 101, 20, rtp, rtcp, Direction.SENDRECV, null);
  }

  private static void assertKey(List<RtpProbe.Packet> packets, int event) {
    assertThat(packets).allMatch(packet -> packet.payload()[0] == event);
    assertThat(packets.stream().map(RtpProbe.Packet::timestamp).distinct()).hasSize(1);
    assertThat(packets.stream().map(RtpProbe.Packet::marker).filter(m -> m)).hasSize(1);
    assertThat(packets.getFirst().marker()).isTrue();
    assertThat(packets.stream().map(packet -> Bytes.get16(packet.payload(), 2)))
        .containsExactly(160, 320, 480, 640, 800, 960, 1120, 1280, 1280, 1280);
    assertThat(packets.stream().filter(packet -> packet.payload()[1] < 0)).hasSize(3);
  }
}
