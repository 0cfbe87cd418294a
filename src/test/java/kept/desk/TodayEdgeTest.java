package kept.desk;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import kept.TestKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TodayEdgeTest {
  private final TestKept kept = new TestKept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void leadsANewShopThroughItsFirstSteps() {
    var page = kept.as(kept.shop.dana).get("/").body();

    assertThat(page)
        .contains("Nobody is waiting and nothing is due today.")
        .contains("Make your first promise");
  }

  @Test
  void showsWhoWaitsAndWhatIsOwed() {
    var tv = kept.shop.crackedTv();
    kept.shop.promise(tv, kept.shop.priya, ofHours(3));
    kept.shop.promise(tv, kept.shop.edie, ofHours(27));

    var page = kept.as(kept.shop.priya).get("/").body();

    assertThat(page)
        .contains("One promise left today.")
        .contains("Chuck Alvarez")
        .contains("“It came with a crack in the corner.”")
        .contains("You promised by email, 9:00")
        .contains("1 left today")
        .contains("Tomorrow")
        .doesNotContain("Make your first promise");
  }

  @Test
  void saysWhoHasItAlready() {
    var tv = kept.shop.crackedTv();
    kept.rooms.conversations.handOver(kept.shop.dana, tv.id(), kept.shop.edie);

    assertThat(kept.as(kept.shop.priya).get("/today/waiting").body())
        .contains("Edie has it", "by email</span>")
        .doesNotContain("Answer<");
    assertThat(kept.as(kept.shop.edie).get("/today/waiting").body())
        .contains("Answer<")
        .doesNotContain("has it");
  }

  @Test
  void setsApartWhatNobodyHasAndLetsSomebodyTakeIt() {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, ofHours(4));
    kept.clock.advance(ofHours(3).plusMinutes(20));
    kept.rooms.alarms.wake();
    var page = eventually("Chuck’s is due in 40 minutes and nobody has it.");

    assertThat(page).contains("No word from Edie.").contains("I’ll do it");

    kept.rooms.promises.handTo(kept.shop.priya, promise.id(), kept.shop.priya);
    assertThat(kept.as(kept.shop.priya).get("/today/promises").body()).doesNotContain("No word");
  }

  @Test
  void helpersSeeTheirOwnPromisesAndNobodyWaiting() {
    var tv = kept.shop.crackedTv();
    kept.shop.promise(tv, kept.shop.priya, ofMinutes(90));
    var own = kept.shop.promise(tv, kept.shop.tomas, ofMinutes(95));

    var page = kept.as(kept.shop.tomas).get("/").body();

    assertThat(page)
        .contains("One promise of yours left today.")
        .contains("/promises/" + own.id())
        .doesNotContain("crack in the corner")
        .doesNotContain("Waiting for a person");
    assertThat(kept.as(kept.shop.tomas).get("/today/waiting").statusCode()).isEqualTo(404);
  }

  private String eventually(String words) {
    for (var i = 0; i < 100; i++) {
      var page = kept.as(kept.shop.priya).get("/").body();
      if (page.contains(words)) return page;
      pause();
    }
    throw new AssertionError("Today never said: " + words);
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
  }
}
