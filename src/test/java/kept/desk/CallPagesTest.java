package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestKept;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CallPagesTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void whoeverMayWritesDownTheNumberThatIsMissing() {
    var tv = kept.shop.crackedTv();
    var promise = kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(3));
    var page = "/promises/" + promise.id() + "/call";

    assertThat(kept.as(kept.shop.priya).get(page).body())
        .contains("Add a number")
        .contains("href=\"/people/" + tv.customer() + "#identity\"");
    assertThat(kept.as(kept.shop.tomas).get(page).body())
        .contains("We have no number of theirs.")
        .doesNotContain("Add a number");
  }
}
