package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.text.ParseException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictParserTest {

  private static final String OPTIONS = """
      OPTIONS sip:desk@example.com SIP/2.0
      Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1;rport
      Max-Forwards: 70
      From: "Chuck Alvarez" <sip:chuck@example.com>;tag=c1
      To: <sip:desk@example.com>
      Call-ID: cracked-tv@192.0.2.7
      CSeq: 17 OPTIONS
      Contact: <sip:chuck@192.0.2.7:5062>
      Content-Length: 0

      """;

  private final StrictParser parser = new StrictParser();

  @Test
  void readsAnOrdinaryRequest() throws Exception {
    var request = (SIPRequest) datagram(OPTIONS);

    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(request.getCallId().getCallId()).isEqualTo("cracked-tv@192.0.2.7");
    assertThat(request.getTopmostVia().hasParameter("rport")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n\r\n", "\r\n", "\0\0\0\0", ""})
  void aKeepAliveIsNoMessage(String blank) throws Exception {
    assertThat(parser.parseSIPMessage(blank.getBytes(UTF_8), true, false, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call-ID: another",
        "i: another",
        "l: 0",
        "Content-Length: 0",
        "f: <sip:rosa@example.com>;tag=2",
        "t: <sip:desk@example.com>",
        "CSeq: 18 OPTIONS",
        "Max-Forwards: 3",
        "Warning2: \u0007",
        "X: one\rtwo",
        "Contact: sip:rosa@example.com?Route=x",
        "Contact: <sip:rosa%4@example.com>",
        "Date: Fri, 01 Jan 2010 16:00:00 EST",
        "Expires: 99999999999",
        "Route: <sip:x@example.com",
        " continued",
        "No colon",
        ": no name",
        "Bad name: x",
      })
  void answers400WhenAFieldCannotBe(String field) throws Exception {
    var answer =
        answer(OPTIONS.replace("Content-Length: 0\n", "Content-Length: 0\n" + field + "\n"));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getCallId().getCallId()).isEqualTo("cracked-tv@192.0.2.7");
    assertThat(answer.getCSeq()).hasToString("CSeq: 17 OPTIONS\r\n");
    assertThat(answer.getTopmostVia().getBranch()).isEqualTo("z9hG4bKa1");
    assertThat(answer.getFromTag()).isEqualTo("c1");
    assertThat(answer.getToTag()).isNotNull();
  }

  @Test
  void saysNothingOfThePeersBytesBack() throws Exception {
    var answer = answer(
        OPTIONS.replace("Contact: ", "X-Attack: <script>\u0001\nSubject: pay me\nContact: "));

    assertThat(answer.encode()).doesNotContain("script", "pay me", "X-Attack", "Contact");
    assertThat(answer.getContentLength().getContentLength()).isZero();
  }

  @Test
  void answers505ToAnotherVersion() throws Exception {
    var salvaged = (SIPRequest) datagram(OPTIONS.replace(".com SIP/2.0", ".com SIP/7.0"));

    assertThat(salvaged.getRequestLine().getSipVersion()).isEqualTo(Salvage.OTHER_VERSION);
    assertThat(salvaged.getMethod()).isEqualTo("OPTIONS");
  }

  @Test
  void neverAnswersAnAckOrAResponse() throws Exception {
    var malformed = OPTIONS.replace("Max-Forwards: 70", "Max-Forwards: 700");

    assertThat(datagram(malformed.replace("OPTIONS", "ACK"))).isNull();
    assertThat(datagram(malformed.replaceFirst("OPTIONS.*", "SIP/2.0 200 OK"))).isNull();
  }

  @Test
  void aStreamsBadMessageIsDroppedWithoutAByteOfIt() {
    var bytes = "GET /secret HTTP/1.1\nHost: x\n\r\n".getBytes(UTF_8);

    assertThatThrownBy(() -> parser.parseSIPMessage(bytes, false, false, null))
        .isInstanceOf(ParseException.class)
        .hasMessage("malformed");
  }

  @Test
  void aDatagramIsCutToItsContentLength() throws Exception {
    var message = datagram(OPTIONS.replace("Length: 0", "Length: 5") + "helloINVITE sip:x SIP/2.0");

    assertThat(new String(message.getRawContent(), UTF_8)).isEqualTo("hello");
  }

  @Test
  void aDatagramWithoutContentLengthIsBodyToTheEnd() throws Exception {
    var message =
        datagram(OPTIONS.replace("Content-Length: 0\n", "Content-Type: text/plain\n") + "hi");

    assertThat(new String(message.getRawContent(), UTF_8)).isEqualTo("hi");
  }

  @Test
  void aFoldedFieldIsOneLine() throws Exception {
    var request = datagram(OPTIONS.replace("Contact: ", "Subject: a\n\t b\nContact: "));

    assertThat(request.getHeader("Subject")).hasToString("Subject: a b\r\n");
  }

  @Test
  void headersHaveAnEnd() throws Exception {
    var many = "X: y\n".repeat(RawMessage.MOST_FIELDS);
    var large = "X: " + "y".repeat(RawMessage.MOST_HEADER_BYTES) + "\n";
    var body = "Content-Length: " + (RawMessage.MOST_BODY_BYTES + 1) + "\n";

    assertThatThrownBy(() -> parser.read(bytes(OPTIONS.replace("To: ", many + "To: ")), true))
        .hasMessage("too many header fields");
    assertThatThrownBy(() -> parser.read(bytes(OPTIONS.replace("To: ", large + "To: ")), true))
        .hasMessage("headers too long");
    assertThatThrownBy(
            () -> parser.read(bytes(OPTIONS.replace("Content-Length: 0\n", body)), false))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void aMalformedFieldNobodyNeedsIsLeftOut() throws Exception {
    var request = datagram(OPTIONS.replace("To: ", "Warning: 1812 overture \"x\nTo: "));

    assertThat(request.getHeader("Warning")).isNull();
    assertThat(((SIPRequest) request).getMethod()).isEqualTo("OPTIONS");
  }

  private SIPMessage datagram(String text) throws ParseException {
    return parser.parseSIPMessage(bytes(text), true, false, null);
  }

  /// What the stack says to a salvaged request (it compares the methods, then makes this).
  private SIPResponse answer(String text) throws ParseException {
    var salvaged = (SIPRequest) Objects.requireNonNull(datagram(text));
    assertThat(salvaged.getMethod()).isEqualTo(Salvage.METHOD);
    return salvaged.createResponse(400);
  }

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(UTF_8);
  }
}
