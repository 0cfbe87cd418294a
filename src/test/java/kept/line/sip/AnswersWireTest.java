package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import kept.line.TestLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersWireTest {

  /// Or the line would be a sling for whoever wants to throw at somebody else.
  @ParameterizedTest
  @ValueSource(strings = {"maddr=127.0.44.81", "received=127.0.44.81", "maddr=127.0.44.81;rport"})
  void anAnswerGoesNowhereButWhereItWasAsked(String parameter) throws Exception {
    try (var kept = new TestLine();
        var asking = new RawPeer(kept.port(), "127.0.44.80", 5070);
        var victim = new RawPeer(kept.port(), "127.0.44.81", 5070)) {
      for (var body : new String[] {"Content-Length: 0", "Content-Length: 9"}) {
        var options = asking
            .options("UDP", body)
            .replaceFirst(
                "Via: .*;rport",
                "Via: SIP/2.0/UDP 127.0.44.80:5070;branch=z9hG4bKs" + body.length()
                    + body.hashCode() + ";" + parameter);
        asking.send(options.getBytes(ISO_8859_1));
        assertThat(victim.hear(500)).isEmpty();
      }
      assertThat(asking.hear(5000)).isPresent();
    }
  }

  /// A phone behind NAT hears nothing from another port.
  @Test
  void anAnswerComesFromThePortThatWasAsked() throws Exception {
    try (var kept = new TestLine();
        var phone = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        var peer = new RawPeer(kept.port())) {
      var options = peer.options("UDP", "Content-Length: 0").getBytes(ISO_8859_1);
      phone.setSoTimeout(10_000);
      phone.send(new DatagramPacket(options, options.length, phone.getLocalAddress(), kept.port()));
      var heard = new DatagramPacket(new byte[2048], 2048);
      phone.receive(heard);

      assertThat(heard.getPort()).isEqualTo(kept.port());
    }
  }
}
