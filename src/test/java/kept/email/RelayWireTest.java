package kept.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import kept.platform.Refusal;
import kept.platform.Sender.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RelayWireTest {
  private static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");
  private static final byte[] MAIL = MailWriter.write(
      MailWriterTest.toChuck("Re: Cracked TV", "By five.\n.\n..\nPriya", null), NOW);

  private final RecordedDrop drop = new RecordedDrop();
  private @Nullable SmtpDoor door;

  private Relay relay() {
    var settings =
        SmtpDoor.Settings.usual(InetAddress.getLoopbackAddress(), 0, "relay.example.com", null);
    door = SmtpDoor.open(settings, drop, () -> NOW);
    return new Relay("smtp://localhost:" + door.port(), "marlow.example.com");
  }

  @AfterEach
  void close() {
    if (door != null) door.close();
  }

  @Test
  void sendsAMailAsItWasWritten() {
    var outcome = relay().send(MAIL, "help@marlow.example.com", "dana@marlow.example.com");

    assertThat(outcome).isEqualTo(new Outcome.Sent("250 2.0.0 Kept"));
    var taken = drop.taken.getFirst();
    assertThat(new String(taken.raw(), US_ASCII)).isEqualTo(new String(MAIL, US_ASCII));
    assertThat(taken.envelope().sender()).isEqualTo("help@marlow.example.com");
    assertThat(taken.envelope().recipients()).containsExactly("dana@marlow.example.com");
    assertThat(taken.envelope().helo()).isEqualTo("marlow.example.com");
  }

  @Test
  void sendsWithTheNullSender() {
    assertThat(relay().send(MAIL, "", "dana@marlow.example.com")).isInstanceOf(Outcome.Sent.class);
    assertThat(drop.taken.getFirst().envelope().sender()).isEmpty();
  }

  @Test
  void tellsWhyTheServerRefused() {
    assertThat(relay().send(MAIL, "help@marlow.example.com", "luis@example.com"))
        .isEqualTo(
            new Outcome.Refused("550 5.7.1 That address is not ours, and we pass on no mail"));
  }

  @Test
  void tellsWhyTheMailItselfWasRefused() {
    drop.then = () -> {
      throw new Refusal("No more mail today.");
    };

    assertThat(relay().send(MAIL, "", "dana@marlow.example.com"))
        .isEqualTo(new Outcome.Refused("554 5.7.1 No more mail today."));
  }

  @Test
  void triesLaterWhenTheServerSaysSo() {
    drop.then = () -> {
      throw new IOException("disk full");
    };
    var relay = relay();

    assertThat(relay.send(MAIL, "", "dana@marlow.example.com"))
        .isEqualTo(new Outcome.Later("451 4.3.0 We could not keep this mail, send it again later"));
    assertThat(relay.send(MAIL, "", "broken@marlow.example.com")).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(relay().send(MAIL, "", "dana@marlow.example.com>\r\nRCPT TO:<x@y"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(drop.taken).isEmpty();
  }

  @Test
  void triesLaterWhenNobodyAnswers() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    var outcome =
        new Relay("smtp://127.0.0.1:" + port, "x").send(MAIL, "", "dana@marlow.example.com");
    assertThat(outcome).isInstanceOf(Outcome.Later.class);
    assertThat(((Outcome.Later) outcome).serverWords()).contains("refused");
  }

  /// Each server says these lines, one after each of ours, and then is gone.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      nobody greets            | ''
      gone after the greeting  | 220 hello
      gone after MAIL          | 220 hello;250 hi;250 ok
      gone in the middle of it | 220 hello;250 hi;250 ok;250 ok;354 go
      turns everyone away      | 554 go away
      is full                  | 220 hello;250 hi;452 no room
      knows no RFC             | ho ho ho
      """)
  void triesLaterWhenTheServerDies(String what, String script) throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().name(what).start(() -> play(server, List.of(script.split(";", -1))));

      var outcome = new Relay("smtp://127.0.0.1:" + server.getLocalPort(), "x")
          .send(MAIL, "", "dana@marlow.example.com");

      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(((Outcome.Later) outcome).serverWords()).isNotBlank();
    }
  }

  private static void play(ServerSocket server, List<String> lines) {
    try (var socket = server.accept()) {
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) new SmtpWire(socket.getInputStream(), socket.getOutputStream()).line();
        socket.getOutputStream().write((lines.get(i) + "\r\n").getBytes(US_ASCII));
      }
      if (lines.size() == 5) socket.getInputStream().readNBytes(100);
    } catch (IOException clientIsGone) {
      assertThat(lines).isNotEmpty();
    }
  }

  @Test
  void sendsNothingInTheClearOffOurOwnMachine() {
    assertThat(RelayAddress.parse("smtp://localhost:25").isLoopback()).isTrue();
    assertThat(RelayAddress.parse("smtp://127.0.0.2").isLoopback()).isTrue();
    assertThat(RelayAddress.parse("smtp://[::1]:2525").isLoopback()).isTrue();
    assertThat(RelayAddress.parse("smtp://localhost.example.com").isLoopback()).isFalse();
    assertThat(RelayAddress.parse("smtp://192.0.2.1").isLoopback()).isFalse();
  }

  @Test
  void readsTheRelaysUrl() {
    var address = RelayAddress.parse("smtps://shop%40example.com:p%40ss+w:ord@mail.example.com");

    assertThat(address)
        .isEqualTo(
            new RelayAddress(true, "mail.example.com", 465, "shop@example.com", "p@ss+w:ord"));
    assertThat(address.toString()).doesNotContain("p@ss");
    assertThat(RelayAddress.parse("smtp://u:p@mail.example.com").port()).isEqualTo(587);
    assertThat(RelayAddress.parse("smtp://mail.example.com:2525").port()).isEqualTo(2525);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example.com",
        "http://mail.example.com",
        "smtp://",
        "smtp://u@mail.example.com",
        "smtp://u:%zz@x",
        "smtp://a b"
      })
  void refusesAUrlThatIsNone(String url) {
    assertThatThrownBy(() -> new Relay(url, "x"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("smtp://user:password@");
  }
}
