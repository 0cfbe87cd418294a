package kept.line.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 8866: syntax, limits, and what comes back as it went in.
class SessionDescriptionTest {
  private static final String PHONE = """
      v=0
      o=chuck 3724394400 3724394405 IN IP4 198.51.100.1
      s=Call
      i=words
      c=IN IP4 198.51.100.1
      b=AS:84
      t=3724394400 3724398000
      a=recvonly
      m=audio 49170 RTP/AVP 0 101
      a=rtpmap:101 telephone-event/8000
      m=video 51372 RTP/AVP 99
      c=IN IP6 2001:db8::2
      a=rtpmap:99 h263-1998/90000
      """;

  @Test
  void linesMayEndInLfAlone() throws MalformedSdp {
    assertThat(SessionDescription.parse(PHONE.replace("\n", "\r\n")))
        .isEqualTo(SessionDescription.parse(PHONE));
  }

  @Test
  void attributesBelongToTheStreamTheyFollow() throws MalformedSdp {
    var session = SessionDescription.parse(PHONE);

    assertThat(session.attributes()).containsExactly(Attribute.property("recvonly"));
    assertThat(session.media().get(0).value("rtpmap")).hasValue("101 telephone-event/8000");
    assertThat(session.media().get(1).connection()).isEqualTo(new Connection("IP6", "2001:db8::2"));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws MalformedSdp {
    var session = SessionDescription.parse(PHONE);

    assertThat(SessionDescription.parse(session.toString())).isEqualTo(session);
    assertThat(session.toString())
        .contains("s=-\r\n", "t=0 0\r\n", "m=audio 49170 RTP/AVP 0 101\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=1",
        "o=- 1 1 IN IP4 198.51.100.1",
        "v=0\ns=-\no=- 1 1 IN IP4 198.51.100.1\nt=0 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\ns=-\nt=0 0",
        "v=0\no=- one 1 IN IP4 198.51.100.1\ns=-\nt=0 0",
        "v=0\no=- 1 1 IN IP5 198.51.100.1\ns=-\nt=0 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nx=odd",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\n\nm=audio 1 RTP/AVP 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio 65536 RTP/AVP 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio -1 RTP/AVP 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio 1/0 RTP/AVP 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio 1 RTP/AVP  0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=au\u0000dio 1 RTP/AVP 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\nm=audio 1 RTP/AVP 0\nt=0 0",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\na=od d:1",
        "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\na=a\rb",
      })
  void whatBreaksTheGrammarIsMalformed(String text) {
    assertThatThrownBy(() -> SessionDescription.parse(text)).isInstanceOf(MalformedSdp.class);
  }

  @Test
  void sizesAreLimited() {
    var head = "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nt=0 0\n";

    assertThatThrownBy(() -> SessionDescription.parse(head + "a=x\n".repeat(400)))
        .hasMessage("The description has too many lines.");
    assertThatThrownBy(() -> SessionDescription.parse(head + "a=x:" + "y".repeat(1100)))
        .hasMessage("The line is too long.");
    assertThatThrownBy(() -> SessionDescription.parse(head + "m=audio 1 RTP/AVP 0\n".repeat(17)))
        .hasMessage("The description has too many streams.");
    assertThatThrownBy(() -> SessionDescription.parse(head + "m=audio 1 RTP/AVP" + " 0".repeat(65)))
        .hasMessage("The stream has too many formats.");
    assertThatThrownBy(() -> SessionDescription.parse("v=0\n".repeat(5000)))
        .hasMessage("The description is too long.");
  }

  @Test
  void aComplaintNamesItsLineAndNothingOfThePeers() {
    assertThatThrownBy(() -> SessionDescription.parse("v=0\no=evil\n"))
        .isInstanceOfSatisfying(MalformedSdp.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageNotContaining("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.51.100.1", "0.0.0.0", "127.0.0.1"})
  void anAddressIsUsed(String host) {
    assertThat(new Connection("IP4", host).address().orElseThrow().getHostAddress())
        .isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "224.2.1.1/127",
        "233.252.0.1",
        "198.51.100",
        "1.2.3.256",
        "1.2.3.4.5",
        "::1",
        "1.2.3.+4",
        "1.2.3.",
        "0x7f.0.0.1",
        "0001.2.3.4"
      })
  void aNameAGroupOrAnOddAddressIsNoAddress(String host) {
    assertThat(new Connection("IP4", host).address()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "fe80::1%eth0", "ff15::101", "1::2::3", "abcd", "[::1]", "1.2.3.4"})
  void aScopedOrTornSixIsNoAddress(String host) {
    assertThat(new Connection("IP6", host).address()).isEmpty();
  }

  @Test
  void aSixIsAnAddress() {
    assertThat(new Connection("IP6", "2001:db8::2").address().orElseThrow().getHostAddress())
        .isEqualTo("2001:db8:0:0:0:0:0:2");
  }
}
