package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Mails made to exhaust whoever reads them. Each must be read soon, with its original kept.
final class MailBombTest {
  private static IncomingMail readSoon(byte[] raw) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MailReader.read(raw));
  }

  @Test
  void stopsAtADeepNest() {
    var nest = new StringBuilder("Subject: nest\n");
    for (int i = 0; i < 5_000; i++)
      nest.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');

    var mail = readSoon(Mails.bytes(nest.append("\nhello\n").toString()));

    assertThat(mail.headers().subject()).isEqualTo("nest");
    assertThat(mail.attachments()).isNotEmpty();
  }

  @Test
  void stopsAtTooManyParts() {
    var parts = "Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n"
        + "--b\n\nword\n".repeat(20_000) + "--b--\n";

    var mail = readSoon(Mails.bytes(parts));

    assertThat(mail.words()).startsWith("word");
    assertThat(mail.attachments().getLast().name()).isEqualTo("original.eml");
  }

  @Test
  void stopsAtTooManyHeaderFields() {
    var mail =
        readSoon(Mails.bytes("Subject: many\n" + "X-Filler: x\n".repeat(200_000) + "\nhello\n"));

    assertThat(mail.headers().subject()).isEqualTo("many");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("original.eml");
  }

  @Test
  void cutsEndlessHeadersAndNames() {
    var mail = readSoon(Mails.bytes(
        "Subject: " + "a".repeat(3_000_000) + "\nTo: " + "x@example.com, ".repeat(100_000)
            + "\nReferences: " + "<a@example.com> ".repeat(100_000) + "\nX: "
            + "=?utf-8?q?a?= =?".repeat(100_000)
            + "\nContent-Disposition: attachment; filename=\"" + "n".repeat(400)
            + ".pdf\"\n\nhello\n"));

    assertThat(mail.headers().subject()).hasSizeLessThan(1_000);
    assertThat(mail.headers().to()).hasSizeLessThanOrEqualTo(200);
    assertThat(mail.attachments().getFirst().name())
        .hasSizeLessThanOrEqualTo(120)
        .endsWith(".pdf");
  }

  @Test
  void cutsEndlessWordsAndKeepsThemAsAFile() {
    var mail = readSoon(Mails.bytes("Subject: long\n\n" + "tell me more \n".repeat(400_000)));

    assertThat(mail.words()).hasSizeLessThanOrEqualTo(Letter.LONGEST_WORDS);
    assertThat(mail.attachments()).isNotEmpty();
  }

  @Test
  void survivesDeepAndEndlessHtml() {
    var deep = "Subject: deep\nContent-Type: text/html\n\n" + "<div><blockquote>".repeat(100_000)
        + "hello";
    var endless =
        "Subject: endless\nContent-Type: text/html\n\n" + "<p>hello <b>there</b>".repeat(200_000);

    assertThat(readSoon(Mails.bytes(deep)).words()).contains("hello");
    assertThat(readSoon(Mails.bytes(endless)).words()).contains("hello there");
  }

  /// Each line would stand behind hundreds of marks: a gigabyte out of two megabytes.
  @Test
  void quotesWithinQuotesFillNoMemory() {
    var nest = "<blockquote>".repeat(500);
    for (var html : new String[] {
      nest + "<pre>" + "x\n".repeat(900_000),
      nest + "x<br>".repeat(350_000),
      "<blockquote>x".repeat(150_000)
    }) {
      var mail = readSoon(Mails.bytes("Subject: nest\nContent-Type: text/html\n\n" + html));

      assertThat(mail.words()).contains("> x").hasSizeLessThanOrEqualTo(Letter.LONGEST_WORDS);
      assertThat(mail.attachments()).isNotEmpty();
    }
  }

  @Test
  void manyPartsFullOfQuotesFillNoMemory() {
    var part =
        "--b\nContent-Type: text/html\n\n" + "<blockquote>".repeat(500) + "<p>x".repeat(4_000);

    var mail = readSoon(Mails.bytes("Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n"
        + (part + "\n").repeat(300) + "--b--\n"));

    assertThat(mail.headers().subject()).isEqualTo("many");
    assertThat(mail.words()).hasSizeLessThanOrEqualTo(Letter.LONGEST_WORDS);
  }

  @Test
  void readsEveryDamagedCopyOfARealMail() {
    var whole = Corpus.bytes(Corpus.ROOT.resolve("mail-gem/mime_emails/raw_email7.eml"));
    var random = new Random(4711);

    for (int round = 0; round < 2_000; round++) {
      var damaged = new ByteArrayOutputStream();
      damaged.write(whole, 0, random.nextInt(whole.length));
      for (int i = random.nextInt(20); i > 0; i--) damaged.write(random.nextInt(256));
      int from = random.nextInt(whole.length);
      damaged.write(whole, from, whole.length - from);
      var mail = MailReader.read(damaged.toByteArray());
      assertThat(mail.words().isBlank() && mail.attachments().isEmpty()).isFalse();
    }
  }

  @Test
  void splitsEndlessQuotesSoon() {
    for (var line : new String[] {
      "> x\nno\n",
      "On 3 Nov 2026 x",
      "On 3 Nov 2026 at 9\n\n",
      "From: x\n",
      "> ",
      "--\n",
      " \n",
      "x \n\n",
      "1 <a@"
    }) {
      var words = line.repeat(20_000 / line.length()) + "hello\n"
          + line.repeat(Letter.LONGEST_WORDS / line.length()) + "\nbye";
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> QuotedText.split(words));
    }
  }

  @Test
  void findsNoCatastropheInItsPatterns() {
    var traps = new String[] {
      "begin 644 x\n" + "!!!\n".repeat(200_000),
      "From: mailer-daemon@example.com\n\n" + "<".repeat(200_000),
      "From: mailer-daemon@example.com\n\n" + "550 ".repeat(200_000) + "\n ".repeat(10_000),
      "From: mailer-daemon@example.com\n\n" + "a@".repeat(200_000),
      "From: mailer-daemon@example.com\n\n" + "copy of the ".repeat(100_000),
      "From: mailer-daemon@example.com\n\n" + " ".repeat(400_000),
      "Subject: x\n\n-----BEGIN PGP SIGNED MESSAGE-----\n".repeat(10_000),
      "From: " + "(".repeat(60_000) + "\n\nx",
      "From: " + "a b, ".repeat(12_000) + "\n\nx",
      "Content-Type: text/html\n\n" + "<meta ".repeat(100_000),
    };

    for (var trap : traps)
      assertThat(readSoon(("Subject: trap\n" + trap).getBytes(UTF_8))).isNotNull();
  }
}
