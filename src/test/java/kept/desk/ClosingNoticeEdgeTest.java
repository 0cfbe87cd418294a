package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Greetings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hello tells of a day on which the shop is closed. It is Tuesday, November 24.
class ClosingNoticeEdgeTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

  private static final Pattern SECONDS = Pattern.compile("Add (\\d+) s to hello");

  private final TestKept kept = new TestKept();
  private final FrontDoors doors = kept.rooms.frontDoors;
  private final FrontDoor door =
      doors.set(kept.shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));
  private final String home = "/front-door/" + door.id();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @BeforeEach
  void holidays() {
    dana.post("/settings/hours/holidays", "country", "us", "part", "");
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aClosedDayIsOfferedToHello() {
    assertThat(dana.get("/front-door").body())
        .contains("Closed Thursday for Thanksgiving Day. Tell callers from today?", " s to hello");

    var offered = SECONDS.matcher(dana.get("/front-door").body());
    assertThat(offered.find()).isTrue();
    dana.post(home + "/notice");

    var notice = greetings().notice();
    assertThat(notice).isNotNull();
    assertThat(notice.day()).isEqualTo(THURSDAY);
    assertThat(notice.said().words()).isEqualTo("We are closed on Thursday for Thanksgiving Day.");
    var seconds = Math.ceilDiv(notice.said().length().toMillis(), 1000L);
    assertThat(offered.group(1)).isEqualTo("" + seconds);
    assertThat(dana.get("/front-door").body())
        .contains(
            "Hello is " + seconds + " s longer, while phones ring.",
            "until Thursday",
            "Don’t say it");
  }

  @Test
  void itIsTakenBackAndThenThereIsNoDraft() {
    dana.post(home + "/notice");
    dana.post(home + "/draft/notice");

    assertThat(doors.draft(door.id())).isEmpty();
  }

  @Test
  void itOutlivesUsingTheDoorAndEndsWithTheDay() {
    dana.post(home + "/notice");
    dana.post(home + "/use");
    var used = doors.get(door.id()).plan().greetings();
    assertThat(used.notice()).isNotNull();

    kept.clock.advance(Duration.ofDays(2));

    assertThat(used.on(THURSDAY).notice()).isNull();
    assertThat(dana.get("/front-door").body()).doesNotContain("We are closed on Thursday");
  }

  private Greetings greetings() {
    return doors.draft(door.id()).orElseThrow().plan().greetings();
  }
}
