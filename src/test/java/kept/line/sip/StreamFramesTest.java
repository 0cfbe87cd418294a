package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFramesTest {

  private static final String HEAD = "OPTIONS sip:desk@example.com SIP/2.0\r\ni: x\r\n";

  private final StreamFrames frames = new StreamFrames();

  @Test
  void compactNamesAreSpelledOutAndTheBodyIsNoMessage() throws Exception {
    var passed = pass(HEAD + "l: 5\r\n\r\nl: 9\n" + HEAD + "\r\n");

    assertThat(passed)
        .isEqualTo("OPTIONS sip:desk@example.com SIP/2.0\r\n"
            + "Call-ID: x\r\n"
            + "Content-Length: 5\r\n\r\n"
            + "l: 9\n"
            + "OPTIONS sip:desk@example.com SIP/2.0\r\n"
            + "Call-ID: x\r\n"
            + "Content-Length: 0\r\n\r\n");
  }

  @Test
  void itDoesNotMatterHowTheBytesArrive() throws Exception {
    var text = "\r\n\r\n" + HEAD + "Content-Length: 5\r\n\r\nhello" + HEAD + "l:0\r\n\r\n";
    var whole = pass(text);
    var byByte = new ByteArrayOutputStream();

    for (var b : text.getBytes(UTF_8)) byByte.writeBytes(frames.pass(new byte[] {b}));

    assertThat(byByte.toString(UTF_8)).isEqualTo(whole).startsWith("\r\n\r\nOPTIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5",
        "Content-Length: 2147483647",
        "Content-Length: 99999999999",
        "Content-Length : x",
        "l: 5\r\nContent-Length: 5",
        " : folded"
      })
  void aLengthNobodyCanTrustEndsTheConnection(String field) {
    assertThatThrownBy(
            () -> pass(HEAD + field + (field.startsWith(" ") ? "\r\n \r\n\r\n" : "\r\n\r\n")))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void aHeaderWithoutEndEndsTheConnection() {
    assertThatThrownBy(() -> pass(HEAD + "x".repeat(RawMessage.MOST_HEADER_BYTES)))
        .isInstanceOf(MalformedMessage.class);
  }

  private String pass(String text) throws MalformedMessage {
    return new String(frames.pass(text.getBytes(UTF_8)), UTF_8);
  }
}
