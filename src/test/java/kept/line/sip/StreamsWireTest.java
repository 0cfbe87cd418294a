package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kept.line.TestLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsWireTest {
  private TestLine kept;
  private RawPeer peer;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
    peer = new RawPeer(kept.line.port(Transport.TCP));
  }

  @AfterEach
  void close() {
    peer.close();
    kept.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 2147483647", "Content-Length: -5", "l: 99999999999", "l: 5\nl: 6"
      })
  void aLengthNobodyCanTrustEndsThisConnectionAndNoOther(String length) throws Exception {
    assertThat(peer.overTcp(peer.options("TCP", length))).isEmpty();

    assertThat(peer.overTcp(peer.options("TCP", "Content-Length: 0"))).startsWith("SIP/2.0 200 ");
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void aCompactLengthIsALength() throws Exception {
    var two = peer.options("TCP", "l: 5") + "hello" + peer.options("TCP", "l: 0");

    assertThat(peer.overTcp(two)).startsWith("SIP/2.0 200 ");
  }

  @Test
  void aPingIsAnswered() throws Exception {
    assertThat(peer.overTcp("\r\n\r\n")).isEqualTo("\r\n");
  }
}
