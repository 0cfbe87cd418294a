package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BacklogTest {
  private static final long NOW = 1_000_000;
  private static final long LATE = NOW - Backlog.TOO_LATE.toMillis() - 1;
  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.2", 5066);
  private final ArrayList<DatagramPacket> turnedAway = new ArrayList<>();
  private long now = NOW;
  private final Backlog backlog = new Backlog(() -> now, turnedAway::add);

  @Test
  void aNewCallThatWaitedTooLongIsTurnedAwayAndTheNextIsTaken() throws Exception {
    queue(LATE, "INVITE", "");
    var young = queue(NOW, "INVITE", "");

    assertThat(backlog.take().packet).isSameAs(young);
    assertThat(turnedAway).hasSize(1);
  }

  @Test
  void whatBelongsToACallIsHandedOutHoweverLate() throws Exception {
    var bye = queue(LATE, "BYE", ";tag=ours");

    assertThat(backlog.take().packet).isSameAs(bye);
  }

  @Test
  void whatFindsNoRoomIsDropped() {
    int taken = 0;
    while (offer(NOW, invite("OPTIONS", ""))) taken++;

    assertThat(taken).isEqualTo(backlog.size()).isLessThan(100_000);
  }

  @Test
  void theAnswerRepeatsWhatTheCallerKnowsItByAndSaysWhenToTryAgain() {
    var answer =
        new String(Unread.unavailable(packet(invite("INVITE", "")), 5).orElseThrow(), ISO_8859_1);

    assertThat(answer)
        .startsWith("SIP/2.0 503 Service Unavailable\r\n")
        .contains("Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1;rport=5066;received=127.0.0.2\r\n")
        .contains("Via: SIP/2.0/UDP 10.0.0.9;branch=z9hG4bK0\r\n")
        .containsPattern("To: <sip:8101@127.0.0.1>;tag=[0-9a-f]+\r\n")
        .contains("Call-ID: a@b\r\n", "CSeq: 1 INVITE\r\n", "Retry-After: 5\r\n")
        .endsWith("\r\n\r\n");
  }

  @Test
  void nothingIsSaidToAnInviteOfACallThatRunsNorToOneThatIsMalformed() {
    assertThat(Unread.unavailable(packet(invite("INVITE", ";tag=ours")), 5)).isEmpty();
    assertThat(Unread.unavailable(packet("INVITE \r\n\r\n"), 5)).isEmpty();
  }

  private DatagramPacket queue(long at, String method, String tag) {
    var text = invite(method, tag);
    offer(at, text);
    return new ArrayList<>(backlog).getLast().packet;
  }

  private boolean offer(long at, String text) {
    now = at;
    boolean taken = backlog.offer(new DatagramQueuedMessageDispatch(packet(text), 0));
    now = NOW;
    return taken;
  }

  private static DatagramPacket packet(String text) {
    var bytes = text.getBytes(ISO_8859_1);
    return new DatagramPacket(bytes, bytes.length, CALLER);
  }

  private static String invite(String method, String tag) {
    return """
        %s sip:8101@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1;rport
        v: SIP/2.0/UDP 10.0.0.9;branch=z9hG4bK0
        From: <sip:+15550100@10.0.0.1>;tag=theirs
        To: <sip:8101@127.0.0.1>%s
        Call-ID: a@b
        CSeq: 1 %s
        Content-Length: 0

        """.formatted(method, tag, method).replace("\n", "\r\n");
  }
}
