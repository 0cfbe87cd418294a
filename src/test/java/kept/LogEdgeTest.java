package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What stands in the program's log when something is wrong with us.
class LogEdgeTest {
  private static final Pattern NUMBER = Pattern.compile("written down as ([0-9a-f]{8})");

  private static final String FORGED =
      "2026-11-03T14:05:09.120Z ERROR kept.team.SignIn everything is fine";

  private final TestKept kept = new TestKept();
  private final TestLog log = new TestLog();

  @AfterEach
  void close() {
    log.close();
    kept.close();
  }

  /// PostgreSQL would quote the whole row, and what was bound stands in Jdbi's words.
  @Test
  void aBugIsThereByItsNumberAndNobodysWordsAre() {
    var tv = kept.shop.crackedTv();
    breaks("alter table message add constraint too_long check (length(words) < 3) not valid");

    var broken = kept.as(kept.shop.priya)
        .post("/c/" + tv.id() + "/messages", "channel", "note", "words", "Zanzibar is her dog");

    assertThat(broken.statusCode()).isEqualTo(500);
    var number = NUMBER.matcher(broken.body());
    assertThat(number.find()).isTrue();
    assertThat(log.said())
        .contains("request=" + number.group(1) + " POST /c/" + tv.id() + "/messages failed")
        .contains("too_long", "insert into message")
        .doesNotContain("Zanzibar");
  }

  @Test
  void aCustomersLinkIsCutOutOfIt() {
    var tv = kept.shop.crackedTv();
    var links = kept.rooms.pageLinks;
    var tokens =
        List.of(links.mint(tv.id(), "chuck@example.com"), links.mintShort(tv.id(), "+14155550142"));
    breaks("alter table page_link rename to page_link_gone");

    for (var token : tokens)
      assertThat(kept.stranger().get("/p/" + token).statusCode()).isEqualTo(500);

    assertThat(log.said()).contains("GET /p/… failed").doesNotContain(tokens);
  }

  @Test
  void whatOthersSayBreaksNoLineOfIt() {
    LoggerFactory.getLogger("kept.test")
        .warn("they said {}", "one\r\n" + FORGED + "\u0007\u2028" + FORGED);

    assertThat(log.said())
        .endsWith("they said one " + FORGED + " " + FORGED + "\n")
        .hasLineCount(1);
  }

  @Test
  void norDoTheWordsOfAnErrorOrItsCauses() {
    var words = "one\n" + FORGED + "\r" + FORGED + "\u0085" + FORGED + "\u2028" + FORGED;
    var error = new IllegalStateException(words, new IllegalArgumentException(words));
    error.addSuppressed(new IllegalStateException(words));

    LoggerFactory.getLogger("kept.test").error("it failed", error);

    assertThat(log.said().split("[\\n\\r\u0085\u2028]"))
        .hasSizeGreaterThan(6)
        .filteredOn(line -> !line.startsWith("    "))
        .singleElement()
        .asString()
        .endsWith("ERROR kept.test it failed");
  }

  /// Whatever a log processor reads: a bug, a refusal, an error of the database, a start.
  @Test
  void everyLineHasTheShapeThatIsWrittenDown() throws IOException {
    breaks("alter table message rename to message_gone");
    var dana = kept.as(kept.shop.dana);
    assertThat(dana.get("/c").statusCode()).isEqualTo(500);
    kept.as(kept.shop.priya).get("/settings/phone");
    try (var another = new TestKept()) {
      assertThat(another.stranger().get("/in").statusCode()).isEqualTo(200);
    }
    LoggerFactory.getLogger("kept.test").info("well");

    var shape = Pattern.compile(shape());
    assertThat(log.said().lines().toList())
        .hasSizeGreaterThan(5)
        .filteredOn(line -> !line.isEmpty() && !line.startsWith("    "))
        .hasSizeGreaterThan(1)
        .allMatch(line -> shape.matcher(line).matches());
  }

  private static String shape() throws IOException {
    return Files.readString(Path.of("docs/operations.md"))
        .lines()
        .filter(line -> line.startsWith("^(?<time>"))
        .findFirst()
        .orElseThrow();
  }

  private void breaks(String sql) {
    kept.rooms.database.useTransaction(tx -> tx.execute(sql));
  }
}
