package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverloadWireTest {
  /// As many as read for the stack.
  private static final int READERS = 4;

  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch busy = new CountDownLatch(1);

  @Test
  void aCallThatWaitedTooLongIsTurnedAwayAndTheNextIsLetIn() throws Exception {
    var here = InetAddress.getByName("127.0.0.1");
    var settings = new SipSettings(here, 0, -1, here, null, "Kept", SipSettings.Times.USUAL);
    var trunk = new Trunk(
        "carrier", "127.0.0.2", 9, Transport.UDP, null, false, 1, 30, Duration.ofHours(1));
    try (var edge = new SipEdge(settings, this::arriving, guards(), List.of(trunk));
        var carrier = new RawPeer(edge.port(Transport.UDP), "127.0.0.2", 0)) {
      edge.listen();
      for (int i = 0; i < READERS; i++) carrier.send(invite(carrier, "busy" + i));
      assertThat(arrived.tryAcquire(READERS, 20, TimeUnit.SECONDS)).isTrue();
      carrier.send(invite(carrier, "late"));
      Thread.sleep(Backlog.TOO_LATE.plusMillis(200));
      busy.countDown();

      assertThat(answer(carrier, "late"))
          .startsWith("SIP/2.0 503 ")
          .contains("Retry-After: 5\r\n", ";rport=" + carrier.localPort())
          .satisfies(CleanAnswer::check);
      assertThat(edge.turnedAway()).isEqualTo(1);
      assertThat(arrived.availablePermits()).isZero();
      carrier.send(invite(carrier, "next"));
      assertThat(arrived.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(edge.failures()).isZero();
    }
  }

  /// On a thread of the stack, which is kept busy.
  private SipHandler.Arrival arriving(Invitation invitation) {
    arrived.release();
    try {
      busy.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Ignored();
  }

  /// Neither lets a call in nor turns it away: what is asked of it is not done.
  private record Ignored() implements SipHandler.Arrival {
    @Override
    public boolean admit() {
      return true;
    }

    @Override
    public void arrived(SipLeg leg) {}

    @Override
    public void turnedAway() {}

    @Override
    public void post(Runnable work) {}

    @Override
    public void tell(SipLeg leg, SipEvent event) {}
  }

  private static Gate.Guards guards() {
    return new Gate.Guards(
        "kept",
        false,
        (user, realm, algorithm) -> Optional.empty(),
        PhoneEvents.NOBODY,
        (host, port, transport) -> List.of(new InetSocketAddress(host, port)),
        TollRules.none(Set.of()),
        InstantSource.system(),
        ZoneOffset.UTC);
  }

  private static String answer(RawPeer carrier, String callId) throws Exception {
    for (var heard = carrier.hear(20_000); heard.isPresent(); heard = carrier.hear(20_000))
      if (heard.get().contains(callId) && heard.get().startsWith("SIP/2.0")) return heard.get();
    return "";
  }

  private static byte[] invite(RawPeer carrier, String callId) {
    return """
        INVITE sip:8101@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.2:%d;branch=z9hG4bK%s;rport
        Max-Forwards: 70
        From: <sip:+15550100@127.0.0.2>;tag=t%s
        To: <sip:8101@127.0.0.1>
        Call-ID: %s
        CSeq: 1 INVITE
        Contact: <sip:caller@127.0.0.2>
        Content-Length: 0

        """.formatted(carrier.localPort(), callId, callId, callId)
        .replace("\n", "\r\n")
        .getBytes(ISO_8859_1);
  }
}
