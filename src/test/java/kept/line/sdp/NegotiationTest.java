package kept.line.sdp;

import static kept.line.rtp.Direction.*;
import static kept.line.sdp.Sides.ours;
import static kept.line.sdp.Sides.theirs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 3264: codecs, addresses, versions. Holding and keys have tests of their own.
class NegotiationTest {
  @Test
  void anOfferSaysWhatWeSpeak() {
    assertThat(ours().offer(SENDRECV)).matches("""
        v=0\r
        o=- \\d+ 1 IN IP4 192\\.0\\.2\\.1\r
        s=-\r
        c=IN IP4 192\\.0\\.2\\.1\r
        t=0 0\r
        m=audio 40000 RTP/AVP 0 8 101\r
        a=rtpmap:0 PCMU/8000\r
        a=rtpmap:8 PCMA/8000\r
        a=rtpmap:101 telephone-event/8000\r
        a=fmtp:101 0-15\r
        a=ptime:20\r
        a=sendrecv\r
        """);
  }

  @Test
  void anAnswerSettlesLawDigitsAndAddresses() throws Exception {
    var ours = ours();
    ours.offer(SENDRECV);

    var agreed = ours.answered(
        theirs("m=audio 5004 RTP/AVP 8 96", "a=rtpmap:96 telephone-event/8000", "a=ptime:30"));

    assertThat(agreed.law()).isEqualTo(Law.PCMA);
    assertThat(agreed.digits()).isEqualTo(96);
    assertThat(agreed.digitsHeard()).isEqualTo(101);
    assertThat(agreed.packetMillis()).isEqualTo(30);
    assertThat(agreed.rtp()).isEqualTo(new InetSocketAddress("198.51.100.7", 5004));
    assertThat(agreed.rtcp()).isEqualTo(new InetSocketAddress("198.51.100.7", 5005));
    assertThat(agreed.direction()).isEqualTo(SENDRECV);
    assertThat(agreed.srtp()).isNull();
    assertThat(ours.agreement()).hasValue(agreed);
  }

  @Test
  void anAnswerTakesOneLawByOurOrder() throws Exception {
    var answered = ours(Secrecy.CLEAR, Law.PCMA, Law.PCMU)
        .answer(
            theirs(
                "m=audio 5004 RTP/AVP 9 0 8 97",
                "a=rtpmap:97 Telephone-Event/8000",
                "a=rtcp:6001 IN IP4 198.51.100.9"),
            SENDRECV);

    assertThat(answered.sdp()).contains("m=audio 40000 RTP/AVP 8 97\r\n", "a=fmtp:97 0-15\r\n");
    assertThat(answered.agreement().digits()).isEqualTo(97);
    assertThat(answered.agreement().digitsHeard()).isEqualTo(97);
    assertThat(answered.agreement().rtcp()).isEqualTo(new InetSocketAddress("198.51.100.9", 6001));
  }

  @Test
  void withoutTheirDigitsThereAreNone() throws Exception {
    var answered = ours().answer(theirs("m=audio 5004 RTP/AVP 0"), SENDRECV);

    assertThat(answered.sdp()).doesNotContain("telephone-event");
    assertThat(answered.agreement().digits()).isEqualTo(-1);
  }

  @Test
  void aLawMayHaveADynamicNumber() throws Exception {
    var ours = ours();

    var answered =
        ours.answer(theirs("m=audio 5004 RTP/AVP 96", "a=rtpmap:96 pcmu/8000/1"), SENDRECV);

    assertThat(answered.agreement().law()).isEqualTo(Law.PCMU);
    assertThat(answered.agreement().payloadType()).isEqualTo(96);
    assertThat(answered.sdp()).contains("RTP/AVP 96\r\n", "a=rtpmap:96 PCMU/8000\r\n");
    assertThat(ours.offer(SENDRECV)).contains("RTP/AVP 96 8 101\r\n");
  }

  @Test
  void aStaticNumberThatIsAnotherCodecIsNotOurs() {
    assertRefused("m=audio 5004 RTP/AVP 0", "a=rtpmap:0 PCMU/16000");
  }

  @ParameterizedTest
  @CsvSource({
    ",, 20",
    "10,, 10",
    "25,, 20",
    "30,, 30",
    "50,, 40",
    "60,, 60",
    "200,, 60",
    "5,, 10",
    "60, 40, 40",
    ", 10, 10",
    "20.5,, 20"
  })
  void packetsAreAsLongAsTheyAskAndWeCan(String ptime, String maxptime, int packet)
      throws Exception {
    var asked = ptime == null ? "a=x" : "a=ptime:" + ptime;
    var most = maxptime == null ? "a=y" : "a=maxptime:" + maxptime;

    var answered = ours().answer(theirs("m=audio 5004 RTP/AVP 0", asked, most), SENDRECV);

    assertThat(answered.agreement().packetMillis()).isEqualTo(packet);
  }

  @Test
  void otherStreamsAreRefusedInTheirPlaceForGood() throws Exception {
    var ours = ours();

    var answered = ours.answer(
        theirs("m=video 6000 RTP/AVP 99 100", "m=audio 5004 RTP/AVP 0", "m=image 7000 udptl t38"),
        SENDRECV);

    var refused = List.of("m=video 0 RTP/AVP 99", "m=audio 40000 RTP/AVP 0", "m=image 0 udptl t38");
    assertThat(answered.sdp().lines().filter(l -> l.startsWith("m="))).isEqualTo(refused);
    assertThat(ours.offer(SENDONLY).lines().filter(l -> l.startsWith("m=")))
        .containsExactly(refused.get(0), "m=audio 40000 RTP/AVP 0 8 101", refused.get(2));
    assertThat(ours.answered(
                theirs("m=video 0 RTP/AVP 99", "m=audio 5008 RTP/AVP 0", "m=image 0 udptl t38"))
            .rtp()
            .getPort())
        .isEqualTo(5008);
  }

  @Test
  void theVersionCountsOnlyChanges() throws Exception {
    var ours = ours();

    assertThat(version(ours.offer(SENDRECV))).isEqualTo(1);
    assertThat(version(ours.offer(SENDRECV))).isEqualTo(1);
    assertThat(version(ours.offer(SENDONLY))).isEqualTo(2);
    var answer = ours.answer(theirs("m=audio 5004 RTP/AVP 0"), SENDRECV).sdp();
    assertThat(version(answer)).isEqualTo(3);
  }

  @Test
  void anOfferMayBeAnsweredTwice() throws Exception {
    var ours = ours();
    ours.offer(SENDRECV);

    ours.answered(theirs("m=audio 5004 RTP/AVP 0"));

    assertThat(ours.answered(theirs("m=audio 5006 RTP/AVP 8")).law()).isEqualTo(Law.PCMA);
  }

  @Test
  void whatIsRefusedChangesNothing() throws Exception {
    var ours = ours();
    var before = ours.answer(theirs("m=audio 5004 RTP/AVP 0 101"), SENDRECV);

    assertThatThrownBy(() -> ours.answer(theirs("m=audio 5004 RTP/AVP 9"), SENDRECV))
        .isInstanceOf(NotAcceptable.class);

    assertThat(ours.agreement()).hasValue(before.agreement());
  }

  @Test
  void aNumberKeepsItsMeaning() throws Exception {
    var ours = ours();
    ours.answer(theirs("m=audio 5004 RTP/AVP 0 101", "a=rtpmap:101 opus/48000/2"), SENDRECV);

    assertThat(ours.offer(SENDRECV)).contains("m=audio 40000 RTP/AVP 0 8 102\r\n");
  }

  @Test
  void aNumberIsFoundHoweverManyAreTaken() throws Exception {
    var all = IntStream.rangeClosed(96, 127).mapToObj(i -> " " + i).collect(Collectors.joining());
    var ours = ours();
    ours.answer(theirs("m=audio 5004 RTP/AVP 0" + all), SENDRECV);

    assertThat(ours.offer(SENDRECV)).contains("m=audio 40000 RTP/AVP 0 8 35\r\n");
  }

  @Test
  void nothingToTalkByIsRefused() {
    assertRefused("m=audio 5004 RTP/AVP 9 18");
    assertRefused("m=audio 0 RTP/AVP 0");
    assertRefused("m=video 5004 RTP/AVP 99");
    assertRefused("m=audio 5004 RTP/AVPF 0");
    assertRefused("m=audio 5004 UDP/TLS/RTP/SAVP 0");
    assertRefused("m=audio 5004/2 RTP/AVP 0");
    assertRefused("m=audio 5004 RTP/AVP 0", "c=IN IP4 phone.example.com");
    assertRefused("m=audio 5004 RTP/AVP 0", "c=IN IP4 233.252.0.1/127");
    assertRefused("m=audio 5004 RTP/AVP 0", "c=IN IP6 2001:db8::2");
    assertRefused("a=inactive");
  }

  private static void assertRefused(String... lines) {
    assertThatThrownBy(() -> ours().answer(theirs(lines), SENDRECV))
        .isInstanceOf(NotAcceptable.class);
  }

  @Test
  void anAnswerThatTakesNothingIsRefused() {
    var ours = ours();
    ours.offer(SENDRECV);

    for (var stream :
        List.of("m=audio 0 RTP/AVP 0", "m=audio 5004 RTP/AVP 9", "m=video 1 RTP/AVP 0"))
      assertThatThrownBy(() -> ours.answered(theirs(stream))).isInstanceOf(NotAcceptable.class);
  }

  @Test
  void theLastPortHasItsReportsOnItself() throws Exception {
    var answered = ours().answer(theirs("m=audio 65535 RTP/AVP 0"), SENDRECV);

    assertThat(answered.agreement().rtcp().getPort()).isEqualTo(65535);
  }

  private static long version(String sdp) throws MalformedSdp {
    return Long.parseLong(SessionDescription.parse(sdp).origin().version());
  }
}
