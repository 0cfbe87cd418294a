package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class SmtpDoorWireTest {
  private static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");
  private static final SmtpLimits SMALL = limits(Duration.ofMinutes(1));

  private static SmtpLimits limits(Duration idle) {
    return new SmtpLimits(1_000_000, 3, 4, 5, 3, idle, Duration.ofMinutes(1));
  }

  private final RecordedDrop drop = new RecordedDrop();
  private SmtpDoor door = open(SmtpLimits.USUAL);

  private SmtpDoor open(SmtpLimits limits) {
    var bind = InetAddress.getLoopbackAddress();
    return SmtpDoor.open(
        new SmtpDoor.Settings(bind, 0, "marlow.example.com", null, limits), drop, () -> NOW);
  }

  private SmtpClient client() throws IOException {
    return new SmtpClient(door.port());
  }

  private SmtpClient greeted() throws IOException {
    var client = client();
    client.reply();
    client.say("EHLO van.example.com");
    return client;
  }

  private void withLimits(SmtpLimits limits) {
    door.close();
    door = open(limits);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void takesAMailAsItWasSent() throws IOException {
    try (var client = client()) {
      assertThat(client.reply()).isEqualTo("220 marlow.example.com ESMTP Kept");
      assertThat(client.say("EHLO van.example.com"))
          .contains("PIPELINING", "SIZE 26214400", "8BITMIME", "SMTPUTF8")
          .doesNotContain("STARTTLS", "AUTH", "CHUNKING");
      assertThat(client.say("MAIL FROM:<chuck@example.com> SIZE=40 BODY=8BITMIME"))
          .startsWith("250");
      assertThat(client.say("RCPT TO:<help@marlow.example.com>")).startsWith("250");
      assertThat(client.say("DATA")).startsWith("354");
      client.send("Subject: TV\r\n\r\n..dot\r\n...\r\nbare\nlf \u00e9\r\n.\r\n");
      assertThat(client.reply()).isEqualTo("250 2.0.0 Kept");
      assertThat(client.say("QUIT")).startsWith("221");
    }

    var taken = drop.taken.getFirst();
    assertThat(new String(taken.raw(), ISO_8859_1))
        .isEqualTo("Subject: TV\r\n\r\n.dot\r\n..\r\nbare\nlf \u00e9\r\n");
    assertThat(taken.envelope().sender()).isEqualTo("chuck@example.com");
    assertThat(taken.envelope().recipients()).containsExactly("help@marlow.example.com");
    assertThat(taken.envelope().client()).isEqualTo("127.0.0.1");
    assertThat(taken.envelope().helo()).isEqualTo("van.example.com");
    assertThat(taken.envelope().receivedAt()).isEqualTo(NOW);
  }

  @Test
  void takesSeveralMailsAndPipelinedCommands() throws IOException {
    try (var client = greeted()) {
      for (int i = 0; i < 3; i++) {
        client.send("MAIL FROM:<>\r\nRCPT TO:<help@marlow.example.com>\r\nDATA\r\n");
        assertThat(client.reply() + client.reply() + client.reply()).contains("250", "354");
        client.send("hello " + i + "\r\n.\r\n");
        assertThat(client.reply()).startsWith("250");
      }
    }

    assertThat(drop.taken)
        .hasSize(3)
        .allSatisfy(mail -> assertThat(mail.envelope().sender()).isEmpty());
  }

  @Test
  void talksToSomeoneAtATerminal() throws IOException {
    try (var client = client()) {
      client.reply();
      for (var line : new String[] {
        "HELO me", "MAIL FROM: chuck@example.com", "rcpt to:<help@marlow.example.com>"
      }) {
        client.send(line + "\n");
        assertThat(client.reply()).startsWith("250");
      }
      client.send("DATA\n");
      client.reply();
      client.send("hello\n.\n");
      assertThat(client.reply()).startsWith("250");
    }

    assertThat(new String(drop.taken.getFirst().raw(), ISO_8859_1)).isEqualTo("hello\n");
  }

  @Test
  void letsNoMailHideASecondOne() throws IOException {
    try (var client = client().upToData()) {
      client.send("one\r\n\n.\nMAIL FROM:<boss@example.com>\r\n\n.\r\nstill\r\r\n.\r\r\n.\r\n");
      assertThat(client.reply()).startsWith("250");
      assertThat(client.say("NOOP")).startsWith("250");
    }

    assertThat(drop.taken).hasSize(1);
  }

  @Test
  void saysKeptOnlyWhenItIs() throws IOException {
    try (var client = client().upToData()) {
      drop.then = () -> {
        throw new IOException("disk full");
      };
      client.send("hello\r\n.\r\n");
      assertThat(client.reply()).startsWith("451 4.3.0");

      drop.then = () -> {
        throw new Refusal("The shop has closed for good.");
      };
      assertThat(client.say("MAIL FROM:<chuck@example.com>")).startsWith("250");
      client.say("RCPT TO:<help@marlow.example.com>");
      client.say("DATA");
      client.send("hello\r\n.\r\n");
      assertThat(client.reply()).isEqualTo("554 5.7.1 The shop has closed for good.");
    }

    assertThat(drop.taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      250 | RCPT TO:<help@marlow.example.com>
      250 | RCPT TO:<@relay.example.com:help@marlow.example.com>
      550 | RCPT TO:<luis@example.com>
      550 | RCPT TO:<luis%example.com@example.org>
      451 | RCPT TO:<broken@marlow.example.com>
      501 | RCPT TO:<>
      501 | RCPT TO:
      555 | RCPT TO:<help@marlow.example.com> NOTIFY=NEVER
      503 | MAIL FROM:<again@example.com>
      554 | DATA
      252 | VRFY dana
      502 | EXPN team
      502 | AUTH PLAIN x
      502 | BDAT 5 LAST
      502 | STARTTLS
      214 | HELP
      500 | HACK THE PLANET
      """)
  void answersAfterMail(int code, String line) throws IOException {
    try (var client = greeted()) {
      client.say("MAIL FROM:<chuck@example.com>");

      assertThat(client.say(line)).startsWith(code + " ");
    }
  }

  @Test
  void wantsAGreetingFirst() throws IOException {
    try (var client = client()) {
      client.reply();
      assertThat(client.say("MAIL FROM:<chuck@example.com>")).startsWith("503");
      assertThat(client.say("EHLO")).startsWith("501");
    }
  }

  @Test
  void takesNoMailThatIsTooBig() throws IOException {
    withLimits(SMALL);
    try (var client = greeted()) {
      assertThat(client.say("MAIL FROM:<chuck@example.com> SIZE=1000001")).startsWith("552");
      assertThat(client.say("MAIL FROM:<chuck@example.com> SIZE=99999999999")).startsWith("552");
      client.say("MAIL FROM:<chuck@example.com>");
      client.say("RCPT TO:<help@marlow.example.com>");
      client.say("DATA");
      for (int i = 0; i < 12; i++) client.send("x".repeat(99_998) + "\r\n");
      client.send(".\r\n");
      assertThat(client.reply()).startsWith("552 5.3.4");
      assertThat(client.say("NOOP")).startsWith("250");
    }

    assertThat(drop.taken).isEmpty();
  }

  @Test
  void keepsABigMailWhole() throws IOException {
    var line = "0123456789".repeat(9) + "\r\n";
    try (var client = client().upToData()) {
      for (int i = 0; i < 20_000; i++) client.send(line);
      client.send(".\r\n");
      assertThat(client.reply()).startsWith("250");
    }

    assertThat(drop.taken.getFirst().raw()).isEqualTo(line.repeat(20_000).getBytes(ISO_8859_1));
  }

  @Test
  void limitsRecipientsErrorsAndLines() throws IOException {
    withLimits(SMALL);
    try (var client = greeted()) {
      client.say("MAIL FROM:<chuck@example.com>");
      for (int i = 0; i < 3; i++)
        assertThat(client.say("RCPT TO:<" + i + "@marlow.example.com>")).startsWith("250");
      assertThat(client.say("RCPT TO:<4@marlow.example.com>")).startsWith("452");
      for (int i = 0; i < 2; i++) assertThat(client.say("XYZZY")).startsWith("500");
      assertThat(client.say("XYZZY")).startsWith("421");
      assertThat(client.reply()).isEmpty();
    }
    try (var client = greeted()) {
      assertThat(client.say("NOOP " + "x".repeat(2_043))).startsWith("500 5.5.2");
    }
  }

  @Test
  void limitsConnectionsFromOneSource() throws IOException {
    withLimits(SMALL);
    try (var one = greeted();
        var two = greeted();
        var three = greeted();
        var four = client()) {
      assertThat(four.reply()).startsWith("421 4.7.0");
      assertThat(one.say("NOOP") + two.say("NOOP") + three.say("NOOP")).doesNotContain("421");
    }
  }

  @Test
  void hangsUpOnTheIdle() throws IOException {
    withLimits(limits(Duration.ofMillis(700)));
    try (var idle = client()) {
      assertThat(idle.reply() + idle.reply()).contains("220", "421 4.4.2");
    }
    try (var half = client()) {
      half.send(
          "EHLO me\r\nMAIL FROM:<>\r\nRCPT TO:<help@marlow.example.com>\r\nDATA\r\nhalf a ma");
      var replies = new StringBuilder();
      for (int i = 0; i < 6; i++) replies.append(half.reply());
      assertThat(replies).contains("354", "421 4.4.2");
    }
    assertThat(drop.taken).isEmpty();
  }

  @Test
  void forgetsAMailWhoseSenderDied() throws IOException {
    try (var client = client().upToData()) {
      client.send("half a ma");
    }
    try (var next = client().upToData()) {
      next.send("whole\r\n.\r\n");
      assertThat(next.reply()).startsWith("250");
    }

    assertThat(drop.taken).hasSize(1);
  }

  @Test
  void endsTheMailUnderWayWhenItCloses() throws Exception {
    var arrived = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    drop.then = () -> {
      arrived.countDown();
      goOn.await();
    };
    try (var idle = greeted();
        var busy = client().upToData()) {
      busy.send("hello\r\n.\r\n");
      arrived.await();
      var closing = Thread.ofVirtual().start(door::close);

      assertThat(idle.reply()).startsWith("421 4.3.2");
      goOn.countDown();

      assertThat(busy.reply()).startsWith("250");
      assertThat(busy.reply()).startsWith("421");
      assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(drop.taken).hasSize(1);
  }
}
