package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarEdgeTest {
  private static final String CALENDAR = "/settings/you/calendar";

  private final TestKept kept = new TestKept();
  private final Conversation tv = kept.shop.crackedTv();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aCalendarReadsOnesOwnOpenPromises() {
    var mine = kept.shop.promise(tv, kept.shop.priya, ofHours(4));
    kept.shop.promise(tv, kept.shop.edie, ofHours(5));

    var read = kept.stranger().get(made());

    assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    var calendar = Biweekly.parse(read.body()).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
    assertThat(calendar.getEvents()).singleElement().satisfies(event -> {
      assertThat(event.getSummary().getValue()).isEqualTo("Swap the cracked TV");
      assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(mine.dueAt());
      assertThat(event.getUrl().getValue()).endsWith("/promises/" + mine.id());
    });
  }

  @Test
  void aLinkIsDeadOnceAnotherIsMadeOrItIsTakenBack() {
    var first = made();
    var second = made();
    assertThat(kept.stranger().get(first).statusCode()).isEqualTo(404);
    assertThat(kept.stranger().get(second).statusCode()).isEqualTo(200);
    assertThat(kept.as(kept.shop.priya).get(CALENDAR).body())
        .contains("Your calendar last looked 9:00 am.");

    kept.as(kept.shop.priya).post(CALENDAR + "/revocation");

    assertThat(kept.stranger().get(second).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkDiesWithTheMembership() {
    var link = made();

    kept.rooms.team.leave(kept.shop.dana, kept.shop.priya);

    assertThat(kept.stranger().get(link).statusCode()).isEqualTo(404);
  }

  private String made() {
    var page = kept.as(kept.shop.priya).post(CALENDAR).body();
    return page.replaceAll("(?s).*value=\"https?://[^/]+(/calendar/[^\"]+)\".*", "$1");
  }
}
