package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");
  private static final MailAddress SHOP =
      new MailAddress("Marlow & Daughter", "help@marlow.example.com");
  private static final MailAddress CHUCK = new MailAddress("Chuck Alvarez", "chuck@example.com");

  static OutgoingMail toChuck(String subject, String words, @Nullable String html) {
    return new OutgoingMail(
        SHOP,
        CHUCK,
        null,
        subject,
        words,
        html,
        "kept-1@marlow.example.com",
        "tv-1@example.com",
        List.of("tv-0@example.com", "tv-1@example.com"),
        Map.of(),
        false);
  }

  private static String wire(OutgoingMail mail) {
    return new String(MailWriter.write(mail, NOW), ISO_8859_1);
  }

  private static String header(OutgoingMail mail) {
    var wire = wire(mail);
    return wire.substring(0, wire.indexOf("\r\n\r\n") + 2);
  }

  @Test
  void writesAMailThatReadsBackTheSame() {
    var words = "We swap your télé by five. " + "A long line ".repeat(30)
        + "\n\n.\nFrom here on\n\tPriya 😀";
    var read = MailReader.read(MailWriter.write(
        toChuck("Re: Cracked TV – Größe 42″ 😀", words, "<p>We swap it</p>"), NOW));

    assertThat(read.words()).isEqualTo(words);
    assertThat(read.html()).contains("<p>We swap it</p>");
    assertThat(read.headers())
        .isEqualTo(new MailHeaders(
            "kept-1@marlow.example.com",
            List.of("tv-1@example.com"),
            List.of("tv-0@example.com", "tv-1@example.com"),
            SHOP,
            List.of(),
            List.of(CHUCK),
            List.of(),
            "Re: Cracked TV – Größe 42″ 😀",
            NOW));
    assertThat(read.automatic()).isEqualTo(Automatic.PERSON);
  }

  @Test
  void keepsToTheWire() {
    var wire = wire(toChuck("Größe ".repeat(40), "ä".repeat(3_000), "<p>" + "ö".repeat(3_000)));

    assertThat(wire)
        .isASCII()
        .doesNotContain("\n\n")
        .contains("Content-Transfer-Encoding: quoted-printable");
    assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(wire.split("\r\n", -1))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
  }

  @Test
  void datesInUtcAndEnglish() {
    assertThat(header(toChuck("x", "x", null)))
        .contains("Date: Tue, 3 Nov 2026 09:02:00 +0000\r\n");
  }

  @Test
  void saysThatItIsAutomatic() {
    var recap = new OutgoingMail(
        SHOP,
        CHUCK,
        new MailAddress("", "c-123@marlow.example.com"),
        "What we promised",
        "x",
        null,
        "k@x",
        null,
        List.of(),
        Map.of("X-Kept", "recap"),
        true);

    assertThat(header(recap))
        .contains(
            "Auto-Submitted: auto-generated\r\n",
            "X-Kept: recap\r\n",
            "Reply-To: c-123@marlow.example.com\r\n",
            "Message-ID: <k@x>\r\n")
        .doesNotContain("References", "In-Reply-To");
    assertThat(MailReader.read(MailWriter.write(recap, NOW)).automatic()).isEqualTo(Automatic.BULK);
  }

  @Test
  void letsNoWordsBecomeHeaders() {
    var evil = "x\r\nBcc: luis@example.com\r\n\r\nhello";
    var mail = new OutgoingMail(
        new MailAddress(evil, "help@marlow.example.com"),
        new MailAddress(evil, "chuck@example.com"),
        new MailAddress(evil, "a@example.com"),
        evil,
        evil,
        evil,
        evil,
        evil,
        List.of(evil),
        Map.of("X-Note", evil),
        true);

    assertThat(header(mail).lines().map(line -> line.split(":", 2)[0]))
        .doesNotContain("Bcc", "bcc")
        .filteredOn(name -> !name.startsWith(" ") && !name.startsWith("\t"))
        .doesNotHaveDuplicates();
    var read = MailReader.read(MailWriter.write(mail, NOW));
    assertThat(read.headers().to())
        .extracting(MailAddress::address)
        .containsExactly("chuck@example.com");
    assertThatThrownBy(() -> wire(new OutgoingMail(
            SHOP,
            CHUCK,
            null,
            "x",
            "x",
            null,
            "k@x",
            null,
            List.of(),
            Map.of("X: y\r\nBcc", "z"),
            false)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chuck",
        "chuck@",
        "@example.com",
        "a b@example.com",
        "a@b>, <c@d",
        "a@example.com\r\nRCPT TO:<b@x>",
        "a@b,c@d",
        "a@\u0000b"
      })
  void sendsToNothingThatIsNoAddress(String address) {
    var mail = new OutgoingMail(
        SHOP,
        new MailAddress("", address),
        null,
        "x",
        "x",
        null,
        "k@x",
        null,
        List.of(),
        Map.of(),
        false);

    assertThatThrownBy(() -> MailWriter.write(mail, NOW))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not an e-mail address");
  }

  @Test
  void writesForeignDomainsInTheirAsciiForm() {
    var mail = new OutgoingMail(
        SHOP,
        new MailAddress("", "info@bücher.example"),
        null,
        "x",
        "x",
        null,
        "k@x",
        null,
        List.of(),
        Map.of(),
        false);

    assertThat(header(mail)).contains("To: info@xn--bcher-kva.example\r\n");
  }

  @Test
  void keepsLongThreadsFindable() {
    var ids = IntStream.range(0, 200).mapToObj(i -> "m" + i + "@example.com").toList();
    var mail = new OutgoingMail(
        SHOP, CHUCK, null, "x", "x", null, "k@x", "m199@example.com", ids, Map.of(), false);

    assertThat(MailReader.read(MailWriter.write(mail, NOW)).headers().references())
        .hasSize(30)
        .startsWith("m0@example.com")
        .endsWith("m198@example.com", "m199@example.com");
  }

  @Test
  void saysWhichLettersAnAddressMayNotHaveYet() {
    assertThatThrownBy(() -> MailWriter.checked("zoë@example.com"))
        .hasMessage("We cannot send to “zoë@example.com” yet: it has other letters than a to z"
            + " before the @.");
    assertThat(MailWriter.checked("zoe@zoë.example")).isEqualTo("zoe@xn--zo-ija.example");
  }
}
