package kept.line.rtp;

import java.net.InetAddress;
import java.time.Duration;

/// Media on loopback, with ports enough for every test.
final class MediaFixture {
  private MediaFixture() {}

  static MediaSettings settings(Duration silence) {
    return new MediaSettings(InetAddress.ofLiteral("127.0.0.1"), 20_000, 29_999, silence);
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
