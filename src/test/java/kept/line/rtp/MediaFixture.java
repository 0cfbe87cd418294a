package kept.line.rtp;

import java.net.InetAddress;
import java.time.Duration;
import kept.TestPorts;

/// Media on loopback, with ports enough for every test.
final class MediaFixture {
  private MediaFixture() {}

  static MediaSettings settings(Duration silence) {
    var ports = TestPorts.forSound();
    return new MediaSettings(
        InetAddress.ofLiteral("127.0.0.1"), ports.first(), ports.last(), silence);
  }

  static Media media() {
    return new Media(settings(Duration.ofSeconds(60)));
  }

  static byte[] packetOf(int fill) {
    var payload = new byte[160];
    java.util.Arrays.fill(payload, (byte) fill);
    return payload;
  }
}
