package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages of a conference server as its users met them over TCP (from sip2json, whose
/// licence lies beside them): sloppy in many ways. Those whose branch or Contact has
/// characters that no token has (`@`, `[`) are refused.
class RealMessagesTest {

  private final StrictParser parser = new StrictParser();

  @ParameterizedTest
  @CsvSource({
    "REGISTER_1, understood",
    "REGISTER_200_OK, understood",
    "REGISTER_401_Unauthorized, understood",
    "Trying_INVITE_1, the parser behind refused it",
    "NOTIFY_single_1, the parser behind refused it",
    "Test_check_Via, the parser behind refused it",
  })
  void aRealMessageIsJudged(String name, String verdict) throws IOException {
    assertThat(judged(name)).isEqualTo(verdict);
  }

  private String judged(String name) throws IOException {
    try (var in = getClass().getResourceAsStream("/sip/sip2json/" + name + ".sip")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      var end = text.indexOf("\n\n");
      parser.read((text.substring(0, end) + "\n\r\n").getBytes(UTF_8), false);
      return "understood";
    } catch (MalformedMessage e) {
      return e.getMessage();
    }
  }
}
