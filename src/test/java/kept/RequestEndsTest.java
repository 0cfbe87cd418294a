package kept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a request ends must be the same for us and for a proxy before us, or one hides in another
/// (RFC 9112, section 11.2).
class RequestEndsTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: -1",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Host: other.example",
        "X: a\u0000b"
      })
  void whatCanBeReadInTwoWaysIsRefusedAndTheConnectionEnds(String headers) throws IOException {
    var hidden = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (var socket = new Socket("127.0.0.1", kept.kept().httpPort())) {
      socket.setSoTimeout(10_000);
      var request =
          "POST /in HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n0\r\n\r\n" + hidden;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 4");
      assertThat(answer).doesNotContain("{\"status\":\"ok\"}");
    }
  }
}
