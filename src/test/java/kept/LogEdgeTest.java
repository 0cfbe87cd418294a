package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What stands in the program's log when something is wrong with us.
class LogEdgeTest {
  private final TestKept kept = new TestKept();
  private final TestLog log = new TestLog();

  @AfterEach
  void close() {
    log.close();
    kept.close();
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

  private void breaks(String sql) {
    kept.rooms.database.useTransaction(tx -> tx.execute(sql));
  }
}
