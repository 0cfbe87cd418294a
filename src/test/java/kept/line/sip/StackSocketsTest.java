package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class StackSocketsTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void aDatagramThatWaitsTakesNoMoreThanItHas() throws Exception {
    try (var ours = new StackSockets().createDatagramSocket(0, HERE);
        var theirs = new DatagramSocket(0, HERE)) {
      var ping = "\r\n\r\n".getBytes(UTF_8);
      theirs.send(new DatagramPacket(ping, ping.length, HERE, ours.getLocalPort()));
      var packet = new DatagramPacket(new byte[65536], 65536);
      ours.receive(packet);

      assertThat(packet.getData()).isEqualTo(ping);
      assertThat(packet.getLength()).isEqualTo(ping.length);
      assertThat(packet.getPort()).isEqualTo(theirs.getLocalPort());
    }
  }
}
