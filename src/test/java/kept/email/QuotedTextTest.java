package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotedTextTest {
  private static final Path SUITE = Path.of("src/test/resources/quoted-replies");

  /// The suite of Discourse's email_reply_trimmer, half of which we have.
  @Test
  void agreesWithDiscourseOnRealReplies() throws IOException {
    int wanted = 0;
    int same = 0;
    try (var mails = Files.list(SUITE.resolve("emails"))) {
      for (var mail : mails.sorted().toList()) {
        wanted++;
        var expected = Files.readString(SUITE.resolve("trimmed").resolve(mail.getFileName()));
        var got = QuotedText.split(Plain.text(Files.readString(mail))).fresh();
        if (got.strip().equals(Plain.text(expected).strip())) same++;
      }
    }

    assertThat(wanted).isEqualTo(32);
    assertThat(same).isGreaterThanOrEqualTo(31);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tue, 3 Nov 2026 at 09:02, Priya <help@marlow.example.com> wrote:",
        "Le mar. 3 nov. 2026 à 09:02, Priya <help@marlow.example.com> a écrit :",
        "Am Di., 3. Nov. 2026 um 09:02 Uhr schrieb Priya <help@marlow.example.com>:",
        "El mar, 3 nov 2026 a las 9:02, Priya (<help@marlow.example.com>) escribió:",
        "Il giorno mar 3 nov 2026 alle ore 09:02 Priya <help@marlow.example.com> ha scritto:",
        "Op di 3 nov 2026 om 09:02 schreef Priya <help@marlow.example.com>:",
        "Em ter., 3 de nov. de 2026 às 09:02, Priya <help@marlow.example.com> escreveu:",
        "Den tis 3 nov. 2026 kl 09:02 skrev Priya <help@marlow.example.com>:",
        "wt., 3 lis 2026 o 09:02 Priya <help@marlow.example.com> napisał(a):",
        "út 3. 11. 2026 v 9:02 odesílatel Priya <help@marlow.example.com> napsal:",
        "ti 3. marrask. 2026 klo 9.02 Priya (help@marlow.example.com) kirjoitti:",
        "вт, 3 нояб. 2026 г. в 09:02, Priya <help@marlow.example.com>:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "From: Priya <help@marlow.example.com>\nSent: 3 November 2026 09:02\nTo: Chuck",
        "Von: Priya <help@marlow.example.com>\nGesendet: Dienstag, 3. November 2026 09:02\nAn: Chuck",
        "De : Priya <help@marlow.example.com>\nEnvoyé : mardi 3 novembre 2026 09:02\nÀ : Chuck",
      })
  void cutsTheOldMailInManyLanguages(String mark) {
    var split = QuotedText.split("Still cracked.\n\n" + mark + "\n\nWe swap it by five.");

    assertThat(split.fresh()).isEqualTo("Still cracked.");
    assertThat(split.quoted())
        .startsWith(mark.lines().findFirst().orElseThrow())
        .endsWith("We swap it by five.");
  }

  @Test
  void keepsQuotesThatAreAnsweredOneByOne() {
    var words = "On 3 Nov 2026, Priya wrote:\n> By five?\n\nYes.\n\n> Front door?\n\nThe back one.";

    assertThat(QuotedText.split(words).fresh()).isEqualTo(words);
  }

  @Test
  void takesTheAnswerBelowTheQuote() {
    var split = QuotedText.split("On 3 Nov 2026, Priya wrote:\n> By five?\n\nYes.\n");

    assertThat(split.fresh()).isEqualTo("Yes.");
    assertThat(split.quoted()).contains("> By five?");
  }

  @Test
  void takesTheSignatureAway() {
    assertThat(QuotedText.split("Still cracked.\n\n-- \nChuck Alvarez\n0161 496 0000\n")
            .fresh())
        .isEqualTo("Still cracked.");
    assertThat(QuotedText.split("Still cracked.\n\nSent from my iPhone\n").fresh())
        .isEqualTo("Still cracked.");
  }

  @Test
  void leavesALetterAlone() {
    var letter =
        "From: the beginning I liked you.\n\nOn 3 November I wrote you a letter.\n\n* * *\n\nYours\nRosa";

    assertThat(QuotedText.split(letter)).isEqualTo(new QuotedText(letter, ""));
    assertThat(QuotedText.split("> only a quote").fresh()).isEqualTo("> only a quote");
    assertThat(QuotedText.split("").fresh()).isEmpty();
  }
}
