package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class SipMutationsTest {

  private static final int MESSAGES = 10_000;

  private final StrictParser parser = new StrictParser();

  @Test
  void noMutationBreaksTheParserAndNoAnswerHasMoreThanItsHeaders() throws Exception {
    var mutations = new SipMutations(4475);
    for (var i = 0; i < MESSAGES; i++) {
      var bytes = mutations.next();
      var message = parser.parseSIPMessage(bytes, true, false, null);
      if (!(message instanceof SIPRequest request)) continue;
      if (!request.getMethod().equals(Salvage.METHOD)) continue;

      var answer = request.createResponse(400).encode();

      assertThat(answer.lines().skip(1).filter(line -> !line.isEmpty()))
          .as("message %d: %s", i, new String(bytes, ISO_8859_1))
          .allMatch(
              line -> line.matches("(Via|From|To|Call-ID|CSeq|Content-Length): [^\\x00-\\x08]*"));
    }
  }

  @Test
  void aStreamFailsWithOneWordOnly() {
    var mutations = new SipMutations(3261);
    for (var i = 0; i < MESSAGES; i++) {
      try {
        parser.parseSIPMessage(mutations.next(), false, false, null);
      } catch (ParseException e) {
        assertThat(e).hasMessage("malformed");
      }
    }
  }

  @Test
  void aSeedIsARow() {
    var one = new SipMutations(1);
    var same = new SipMutations(1);

    for (var i = 0; i < 100; i++) assertThat(one.next()).isEqualTo(same.next());
  }
}
