package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What stands in the program's log when something is wrong with us.
class LogEdgeTest {
  private static final Pattern NUMBER = Pattern.compile("written down as ([0-9a-f]{8})");

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
        .warn("they said {}", "one\r\n12:00:00.000 ERROR two\u0007");

    assertThat(log.said()).endsWith("they said one 12:00:00.000 ERROR two \n").hasLineCount(1);
  }

  private void breaks(String sql) {
    kept.rooms.database.useTransaction(tx -> tx.execute(sql));
  }
}
