package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import java.nio.charset.StandardCharsets;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.promises.Commitment;
import kept.promises.Kind;
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

  /// RFC 5545, section 3.1: 75 octets, not characters.
  @Test
  void noLineOfACalendarIsTooLong() {
    var what = "Bring Tomás’s “größte” Kühltruhe, señora Muñoz’ Waschmaschine und 漆黒の冷蔵庫 back";
    kept.rooms.promises.make(
        kept.shop.priya,
        new Commitment(
            tv.id(),
            what,
            Kind.SHIPMENT,
            kept.shop.priya,
            null,
            kept.clock.in(ofHours(4)),
            Channel.EMAIL));

    var read = kept.stranger().get(made()).body();

    assertThat(read.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(read).contains("\r\nX-WR-CALNAME:Promises\\, Marlow & Daughter\r\n");
    assertThat(Biweekly.parse(read).first().getEvents().getFirst().getSummary().getValue())
        .isEqualTo(what);
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
