package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// RFC 6531: addresses in any letters, as UTF-8.
class OtherLettersWireTest {
  @Test
  void aSenderMayHaveThem() throws IOException {
    var drop = new RecordedDrop();
    var settings =
        SmtpDoor.Settings.usual(InetAddress.getLoopbackAddress(), 0, "marlow.example.com", null);
    try (var door = SmtpDoor.open(settings, drop, InstantSource.system());
        var client = new SmtpClient(door.port())) {
      var zoe = new String("zoë@example.com".getBytes(UTF_8), ISO_8859_1);
      client.reply();
      assertThat(client.say("EHLO van.example.com")).contains("SMTPUTF8");
      assertThat(client.say("MAIL FROM:<" + zoe + "> SMTPUTF8")).startsWith("250");
      client.say("RCPT TO:<help@marlow.example.com>");
      client.say("DATA");
      assertThat(client.say("hello\r\n.")).startsWith("250");
    }

    assertThat(drop.taken.getFirst().envelope().sender()).isEqualTo("zoë@example.com");
  }
}
