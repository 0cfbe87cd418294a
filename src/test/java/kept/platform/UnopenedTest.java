package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class UnopenedTest {
  @Test
  void saysThatAPortIsTakenOnlyWhenItIs() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();

      assertThat(said("127.0.0.1", port))
          .isEqualTo(
              "Port " + port + " is taken by another program. Stop it or set KEPT_HTTP_PORT.");
    }
  }

  /// 203.0.113.0/24 is for documentation (RFC 5737): no machine has it.
  @Test
  void saysThatAnAddressIsNotOfThisMachine() throws Exception {
    var sentence = "KEPT_BIND has to be an address of this machine, which \"203.0.113.7\" is not."
        + " 0.0.0.0 means all of them.";

    assertThat(said("203.0.113.7", 0)).isEqualTo(sentence);
    assertThat(words("203.0.113.7", 0, new UnknownHostException("x"))).isEqualTo(sentence);
  }

  @Test
  void saysThatALowPortIsNotForThisUser() {
    assertThat(words("0.0.0.0", 25, new BindException("Permission denied")))
        .isEqualTo("This user may not open port 25. Choose one above 1023: KEPT_HTTP_PORT.");
  }

  @Test
  void leavesABugABug() {
    var bug = new IllegalStateException("a route twice");

    assertThat(Unopened.port("KEPT_HTTP_PORT", "0.0.0.0", 8080, bug)).isSameAs(bug);
  }

  private static String said(String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(bind, port));
      throw new AssertionError("It could be opened.");
    } catch (IOException e) {
      return words(bind, port, e);
    }
  }

  private static String words(String bind, int port, IOException e) {
    return String.valueOf(
        Unopened.port("KEPT_HTTP_PORT", bind, port, new UncheckedIOException(e)).getMessage());
  }
}
