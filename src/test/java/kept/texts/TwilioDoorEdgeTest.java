package kept.texts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import kept.TestKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strangers at the doors that programs knock at, before they have proved anything.
class TwilioDoorEdgeTest {
  private static final int MORE_THAN_A_TEXT = 70 * 1024;

  private final TestKept kept = new TestKept();

  @AfterEach
  void close() {
    kept.close();
  }

  /// The body has no length and no end: whoever waits for its end waits for ever.
  @ParameterizedTest
  @ValueSource(
      strings = {"/texts/twilio/in", "/texts/twilio/status/019ad2f4-0000-7000-8000-000000000000"})
  void aBodyThatHidesItsLengthIsReadNoFurtherThanATextIsLong(String path) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), kept.kept().httpPort())) {
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(MORE_THAN_A_TEXT) + "\r\nBody="
              + "a".repeat(MORE_THAN_A_TEXT - 5) + "\r\n")
          .getBytes(US_ASCII));
      out.flush();
      var answer = new byte[12];
      var read = socket.getInputStream().readNBytes(answer, 0, answer.length);

      assertThat(new String(answer, 0, read, US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void aBodyThatSaysThatItIsLongIsNotRead() {
    var long70k = BodyPublishers.ofString("Body=" + "a".repeat(MORE_THAN_A_TEXT));
    var answer = kept.stranger()
        .header("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", TwilioDoor.IN, long70k);

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void whatCannotBeReadIsRefusedAndNothingElseHappens() {
    var asks = kept.stranger().header("Content-Type", "application/x-www-form-urlencoded");

    assertThat(asks.send("POST", TwilioDoor.IN, BodyPublishers.ofString("Body=%zz"))
            .statusCode())
        .isEqualTo(400);
    assertThat(asks.send("POST", TwilioDoor.IN, BodyPublishers.ofString("Body=%00"))
            .statusCode())
        .isEqualTo(400);
    assertThat(asks.send("POST", TwilioDoor.IN, BodyPublishers.ofString("Body=hello"))
            .statusCode())
        .isEqualTo(403);
  }
}
