package kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import kept.platform.PhoneNumbers;
import kept.promises.hearing.Hearing;
import kept.promises.hearing.Said;
import kept.team.OpeningHours;
import kept.team.ReturnPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words made so that a pattern goes back and forth in them for ever. Each has to be read soon,
/// wherever a stranger may write them. For mail, MailBombTest does the same.
class SlowWordsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "a", "1", "-", "\"", "'", "%", "_", "\\", "(", "a ", "1 ", "& ", "! "})
  void areFoundOrNotSoon(String piece) {
    var priya = kept.as(kept.shop.priya);
    var query = URLEncoder.encode(whole(piece, 4_000), UTF_8);
    for (var path : List.of("/find?q=", "/people?q=")) {
      var address =
          path + query.substring(0, Math.min(query.length(), 12_000)).replaceAll("%.?$", "");
      var answer = assertTimeoutPreemptively(SOON, () -> priya.get(address), piece);
      assertThat(answer.statusCode()).as(path + piece).isIn(200, 303, 400, 422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "1", "+", "(", "x1", "1,", "ext ", "/", "//", "?", "%"})
  void areNumbersAndPathsOrNotSoon(String piece) {
    var text = whole(piece, 100_000);
    assertTimeoutPreemptively(SOON, () -> PhoneNumbers.e164(text, "US"), piece);
    assertTimeoutPreemptively(SOON, () -> ReturnPath.of("/" + text), piece);
    assertTimeoutPreemptively(SOON, () -> ReturnPath.ofUrl("http://desk/" + text), piece);
  }

  /// Each piece makes a sentence of its own that does not end, or very many short ones.
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\n",
        "a",
        "a ",
        "1",
        "1 ",
        "1:",
        "1/",
        "-",
        "’",
        "@.",
        "a.",
        "(",
        "<",
        "> ",
        "\"",
        "a-",
        "a'll",
        "mon. ",
        "not ",
        "if ",
        "until ",
        "he will. ",
        "I'll ",
        "I'll call you, ",
        "we will call you by ",
        "send it and ",
        "tomorrow at ",
        "https://",
        "ﷺ"
      })
  void areReadSoonByWhatHearsPromises(String piece) {
    var hours = new OpeningHours(ZoneId.of("America/New_York"), new EnumMap<>(DayOfWeek.class));
    var at = LocalDateTime.parse("2026-11-30T10:00");
    for (var text :
        List.of(whole(piece, 100_000), "I’ll ring you by " + whole(piece, 100_000) + " 4"))
      assertTimeoutPreemptively(
          SOON,
          () -> {
            Hearing.english().hear(new Said(text, text, at, hours));
            Hearing.english().hear(new Said("That works", text, at, hours));
          },
          piece);
  }

  private static String whole(String piece, int letters) {
    return piece.repeat(letters / piece.length());
  }
}
