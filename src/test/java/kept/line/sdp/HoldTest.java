package kept.line.sdp;

import static kept.line.rtp.Direction.*;
import static kept.line.sdp.Sides.ours;
import static kept.line.sdp.Sides.theirs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import kept.line.rtp.Direction;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way audio flows (RFC 3264, sections 6.1 and 8.4), and addresses of both families.
class HoldTest {
  @ParameterizedTest
  @CsvSource({
    "sendrecv, SENDRECV, SENDRECV",
    "sendonly, SENDRECV, RECVONLY",
    "recvonly, SENDRECV, SENDONLY",
    "inactive, SENDRECV, INACTIVE",
    "sendrecv, SENDONLY, SENDONLY",
    "sendonly, SENDONLY, INACTIVE",
    "recvonly, RECVONLY, INACTIVE",
    "sendrecv, INACTIVE, INACTIVE"
  })
  void anAnswerMirrorsTheOffer(String offered, Direction wanted, Direction does) throws Exception {
    var answered = ours().answer(theirs("m=audio 5004 RTP/AVP 0", "a=" + offered), wanted);

    assertThat(answered.agreement().direction()).isEqualTo(does);
    assertThat(answered.sdp()).contains("a=" + AudioStream.word(does) + "\r\n");
  }

  @Test
  void aStreamsDirectionGoesBeforeTheSessions() throws Exception {
    assertThat(direction("a=sendonly", "m=audio 5004 RTP/AVP 0")).isEqualTo(RECVONLY);
    assertThat(direction("a=sendonly", "m=audio 5004 RTP/AVP 0", "a=recvonly")).isEqualTo(SENDONLY);
  }

  private static Direction direction(String... lines) throws Exception {
    return ours().answer(theirs(lines), SENDRECV).agreement().direction();
  }

  @Test
  void twoDirectionsAreMalformed() {
    assertThatThrownBy(() -> direction("m=audio 5004 RTP/AVP 0", "a=sendonly", "a=recvonly"))
        .isInstanceOf(MalformedSdp.class);
  }

  @Test
  void oursIsHeldAndResumed() throws Exception {
    var ours = ours();
    ours.offer(SENDRECV);
    ours.answered(theirs("m=audio 5004 RTP/AVP 0"));

    assertThat(ours.offer(SENDONLY)).contains("a=sendonly");
    assertThat(ours.answered(theirs("m=audio 5004 RTP/AVP 0", "a=recvonly")).direction())
        .isEqualTo(SENDONLY);
    assertThat(ours.offer(SENDRECV)).contains("a=sendrecv");
    assertThat(ours.answered(theirs("m=audio 5004 RTP/AVP 0")).direction()).isEqualTo(SENDRECV);
  }

  @Test
  void anAnswerThatWouldSendWhatWeDoNotHearIsBound() throws Exception {
    var ours = ours();
    ours.offer(SENDONLY);

    assertThat(ours.answered(theirs("m=audio 5004 RTP/AVP 0", "a=sendrecv")).direction())
        .isEqualTo(SENDONLY);
  }

  @Test
  void theOldHoldListensNowhereAndKeepsItsPlace() throws Exception {
    var ours = ours();
    var before = ours.answer(theirs("m=audio 5004 RTP/AVP 0"), SENDRECV).agreement();

    var held = ours.answer(theirs("m=audio 5004 RTP/AVP 0", "c=IN IP4 0.0.0.0"), SENDRECV);

    assertThat(held.agreement().direction()).isEqualTo(RECVONLY);
    assertThat(held.sdp()).contains("a=recvonly");
    assertThat(held.agreement().rtp()).isEqualTo(before.rtp());
  }

  @Test
  void aCallMayBeginHeld() throws Exception {
    var held =
        ours().answer(theirs("m=audio 5004 RTP/AVP 0", "c=IN IP4 0.0.0.0", "a=inactive"), SENDRECV);

    assertThat(held.agreement().direction()).isEqualTo(INACTIVE);
  }

  @Test
  void sixSpeaksToSix() throws Exception {
    var ours = new Negotiation(
        InetAddress.getByName("2001:db8::1"), 40000, Secrecy.CLEAR, List.of(Law.PCMU));

    var answered = ours.answer(theirs("m=audio 5004 RTP/AVP 0", "c=IN IP6 2001:db8::2"), SENDRECV);

    assertThat(answered.sdp()).contains("c=IN IP6 2001:db8:0:0:0:0:0:1\r\n");
    assertThat(answered.agreement().rtp().getAddress())
        .isEqualTo(InetAddress.getByName("2001:db8::2"));
  }
}
