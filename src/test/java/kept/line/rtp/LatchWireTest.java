package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who a leg listens to, and where it talks to; strangers stand at other addresses of
/// loopback.
@Timeout(30)
class LatchWireTest {
  private final Media media = MediaFixture.media();
  private final RtpProbe party = new RtpProbe();
  private final RtpProbe behindNat = new RtpProbe("127.0.0.2");
  private final RtpProbe stranger = new RtpProbe("127.0.0.66");
  private final RecordedSink sink = new RecordedSink();
  private MediaLeg leg;

  @BeforeEach
  void open() throws NoPortLeft {
    leg = media.open(new RecordedMediaEvents());
    leg.tap(sink);
  }

  @AfterEach
  void close() {
    media.close();
    party.close();
    behindNat.close();
    stranger.close();
  }

  @Test
  void beforeAnythingComesTheAgreedAddressIsSentTo() {
    leg.agree(party.agreement());

    assertThat(party.hear().payload()).hasSize(160);
  }

  @Test
  void aStrangerIsNotHeardAndGetsNothingEvenBeforeTheParty() throws InterruptedException {
    leg.agree(party.agreement());
    for (int i = 0; i < 10; i++) stranger.say(leg, packetOf(66));
    party.say(leg, packetOf(1));

    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(1);
    party.hear(5);
    assertThat(stranger.hearsNothingFor(50)).isTrue();
    assertThat(sink.heard).isEmpty();
  }

  @Test
  void aStrangerIsNotHeardAndGetsNothingAfterTheParty() throws InterruptedException {
    leg.agree(party.agreement());
    party.say(leg, packetOf(1));
    RecordedSink.next(sink.heard);
    stranger.ssrc = party.ssrc;
    stranger.sequence = party.sequence;
    for (int i = 0; i < 10; i++) stranger.say(leg, packetOf(66));
    party.say(leg, packetOf(2));

    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(2);
    assertThat(stranger.hearsNothingFor(50)).isTrue();
  }

  @Test
  void behindANatThePartyIsFoundWhereItsSignallingComesFrom() {
    leg.agree(unreachable(), InetAddress.ofLiteral("127.0.0.2"));
    behindNat.say(leg, packetOf(1));

    assertThat(behindNat.hear().payload()).hasSize(160);
  }

  @Test
  void anotherPortOfTheSameHostIsAStrangerOnceTheLatchIsSet() throws InterruptedException {
    try (var neighbour = new RtpProbe()) {
      leg.agree(party.agreement());
      party.say(leg, packetOf(1));
      RecordedSink.next(sink.heard);
      party.forget();
      neighbour.say(leg, packetOf(66));
      party.say(leg, packetOf(2));

      assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(2);
      party.hear(3);
      assertThat(neighbour.hearsNothingFor(0)).isTrue();
    }
  }

  @Test
  void whatIsNoRtpOrNoPayloadWeKnowDoesNotSetTheLatch() {
    leg.agree(unreachable(), InetAddress.ofLiteral("127.0.0.2"));
    try (var scanner = new RtpProbe("127.0.0.2")) {
      scanner.send(scanner.rtp, new byte[0], leg.port());
      scanner.send(scanner.rtp, "OPTIONS sip:x SIP/2.0".getBytes(), leg.port());
      scanner.send(scanner.rtp, new byte[1600], leg.port());
      scanner.say(leg, 96, packetOf(1));
      scanner.say(leg, 0, new byte[1200]);
      scanner.say(leg, 0, new byte[0]);
      behindNat.say(leg, packetOf(1));

      assertThat(behindNat.hear().payload()).hasSize(160);
      assertThat(scanner.hearsNothingFor(0)).isTrue();
    }
  }

  @Test
  void agreeingAgainOpensTheLatchForThePartysNewPlace() throws InterruptedException {
    leg.agree(party.agreement());
    party.say(leg, packetOf(1));
    RecordedSink.next(sink.heard);

    leg.agree(behindNat.agreement());
    behindNat.ssrc = 2;
    behindNat.say(leg, packetOf(2));

    assertThat(RecordedSink.next(sink.heard).audio()).containsOnly(2);
    assertThat(behindNat.hear().payload()).hasSize(160);
  }

  @Test
  void agreeingAgainOnTheSamePlaceKeepsSendingWhereThePartyWasFound() {
    var natted = InetAddress.ofLiteral("127.0.0.2");
    leg.agree(unreachable(), natted);
    behindNat.say(leg, packetOf(1));
    behindNat.hear();

    leg.agree(unreachable(), natted);
    behindNat.forget();

    assertThat(behindNat.hear(3)).hasSize(3);
  }

  @Test
  void nowhereIsNotSentTo() {
    var nowhere = new InetSocketAddress("0.0.0.0", party.rtp.getLocalPort());
    leg.agree(new Agreement(Law.PCMU, 101, 20, nowhere, nowhere, Direction.SENDRECV, null));

    assertThat(party.hearsNothingFor(100)).isTrue();
  }

  /// The private address of a phone behind a NAT, as its session description names it.
  private static Agreement unreachable() {
    var inside = new InetSocketAddress("127.0.0.99", 4000);
    return new Agreement(Law.PCMU, 101, 20, inside, inside, Direction.SENDRECV, null);
  }
}
