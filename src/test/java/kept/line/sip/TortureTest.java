package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// RFC 4475 against the parser: what is valid is understood, what is not gets the RFC's
/// answer.
class TortureTest {

  private final StrictParser parser = new StrictParser();

  static Stream<TortureMessage> messages() {
    return TortureMessage.all();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachMessageOfRfc4475GetsItsAnswer(TortureMessage message) throws Exception {
    var verdict = verdict(parser.parseSIPMessage(message.bytes(), true, false, null));

    assertThat(verdict).isEqualTo(message.expected().replaceAll(",.*", ""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void anAnswerRepeatsFiveHeadersAndNoMore(TortureMessage message) throws Exception {
    var parsed = parser.parseSIPMessage(message.bytes(), true, false, null);
    if (!verdict(parsed).matches("400|505")) return;

    var answer = ((SIPRequest) parsed).createResponse(400).encode();

    assertThat(answer.lines().skip(1).filter(line -> !line.isEmpty()))
        .allMatch(line -> line.matches("(Via|From|To|Call-ID|CSeq|Content-Length): .*"));
    assertThat(answer).contains("Via: ", "CSeq: ").doesNotContain("v=0");
  }

  @Test
  void allFortyNineAreHere() {
    assertThat(TortureMessage.NAMES).hasSize(49).doesNotHaveDuplicates();
  }

  @Test
  void theTortuousInviteIsUnderstood() throws Exception {
    var request = (SIPRequest) parse("wsinv");

    assertThat(request.getMethod()).isEqualTo("INVITE");
    assertThat(request.getCSeq().getSeqNumber()).isEqualTo(9);
    assertThat(request.getMaxForwards().getMaxForwards()).isEqualTo(68);
    assertThat(request.getFromTag()).isEqualTo("98asjd8");
    assertThat(request.getToTag()).isEqualTo("1918181833n");
    assertThat(request.getViaHeaders()).hasSize(3);
    assertThat(request.getHeader("NewFangledHeader").toString())
        .contains("newfangled value continued newfangled value");
    assertThat(request.getRawContent()).hasSize(150);
  }

  @Test
  void theSecondRequestInADatagramIsThrownAway() throws Exception {
    var request = parse("dblreq");

    assertThat(((SIPRequest) request).getMethod()).isEqualTo("REGISTER");
    assertThat(request.getRawContent()).isNullOrEmpty();
  }

  @Test
  void escapesStayEscaped() throws Exception {
    assertThat(((SIPRequest) parse("escnull")).getTo().getAddress().getURI().toString())
        .isEqualTo("sip:null-%00-null@example.com");
    assertThat(((SIPRequest) parse("esc01")).getRequestURI().toString())
        .isEqualTo("sip:sips%3Auser%40example.com@example.net");
    assertThat(parse("esc02").getContactHeaders()).hasSize(2);
  }

  @Test
  void aBodyOfBytesArrivesWhole() throws Exception {
    var body = new String(parse("mpart01").getRawContent(), StandardCharsets.ISO_8859_1);

    assertThat(body).endsWith("--7a9cbec02ceef655--\r\n").contains("\u0000SIP/2.0\u0000\u001a");
  }

  @Test
  void anOldRequestIsGivenForwards() throws Exception {
    var request = parse("inv2543");

    assertThat(request.getMaxForwards().getMaxForwards()).isEqualTo(70);
    assertThat(new String(request.getRawContent(), StandardCharsets.UTF_8)).startsWith("v=0");
  }

  @Test
  void whyAMessageIsRefusedIsSaidInOurWords() {
    var reasons = List.of(
        "multi01=two fields where one may be",
        "mcl01=two fields where one may be",
        "clerr=a body shorter than it says",
        "escruri=headers in a request URI",
        "badbranch=a branch that names no transaction",
        "insuf=a required field is missing",
        "lwsstart=a request line has three parts",
        "baddate=no date");
    for (var reason : reasons) {
      var name = reason.substring(0, reason.indexOf('='));
      assertThatThrownBy(() -> parser.read(TortureMessage.named(name).bytes(), true))
          .as(name)
          .isInstanceOf(MalformedMessage.class)
          .hasMessage(reason.substring(name.length() + 1));
    }
  }

  private SIPMessage parse(String name) throws MalformedMessage {
    return parser.read(TortureMessage.named(name).bytes(), true);
  }

  /// What the stack makes of what the parser gave it.
  private static String verdict(@Nullable SIPMessage message) throws ParseException {
    if (message == null) return "dropped";
    if (!(message instanceof SIPRequest request)) return "parsed";
    if (!request.getRequestLine().getSipVersion().equals("SIP/2.0")) return "505";
    return request.getMethod().equalsIgnoreCase(request.getCSeqHeader().getMethod())
        ? "parsed"
        : "400";
  }
}
