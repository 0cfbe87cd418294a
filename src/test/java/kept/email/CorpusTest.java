package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorpusTest {
  private static final Path MIME4J = Corpus.ROOT.resolve("mime4j/core");

  static List<Path> everyMail() {
    return Corpus.all();
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void everyMailIsReadableInBoundedTime(Path file) {
    var mail =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Corpus.read(file));

    assertThat(mail.words().isBlank() && mail.attachments().isEmpty()).isFalse();
    assertThat(mail.words() + mail.headers().subject() + mail.headers().from())
        .doesNotContain("\0");
    assertThat(mail.attachments()).allSatisfy(attachment -> {
      assertThat(attachment.name())
          .isNotBlank()
          .doesNotContain("/", "\\", "\0")
          .hasSizeLessThanOrEqualTo(120);
    });
  }

  @Test
  void noSampleIsCutShort() {
    assertThat(Corpus.all())
        .filteredOn(file -> Corpus.read(file).attachments().stream()
            .anyMatch(part -> part.name().equals("original.eml")))
        .isEmpty();
  }

  /// Apache mime4j's own decoded parts, looked for in our words and files. We leave attached
  /// mails whole, take uuencoded files out of the words and choose among alternatives, so the
  /// share is 91 %.
  @Test
  void partsSayWhatMime4jSays() throws IOException {
    int wanted = 0;
    int found = 0;
    for (var mail : Corpus.under(MIME4J)) {
      for (var part : decodedPartsOf(mail)) {
        wanted++;
        if (says(Corpus.read(mail), Files.readAllBytes(part))) found++;
      }
    }

    assertThat(wanted).isGreaterThan(150);
    assertThat(found * 100 / wanted).isGreaterThanOrEqualTo(90);
  }

  private static List<Path> decodedPartsOf(Path mail) throws IOException {
    var stem = mail.getFileName().toString().replace(".msg", "_decoded_");
    try (var files = Files.list(mail.resolveSibling("."))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(stem))
          .sorted()
          .toList();
    }
  }

  private static boolean says(IncomingMail mail, byte[] part) {
    if (mail.attachments().stream().anyMatch(file -> Arrays.equals(file.bytes(), part)))
      return true;
    var wanted = squeezed(MailCharsets.decode(part, null));
    var said = new StringBuilder(mail.words()).append(mail.html());
    mail.attachments().forEach(file -> said.append(new String(file.bytes(), UTF_8)));
    if (squeezed(said.toString()).contains(wanted)) return true;
    return squeezed(mail.words()).contains(squeezed(HtmlWords.of(MailCharsets.decode(part, null))));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\ufeff]+", "");
  }
}
