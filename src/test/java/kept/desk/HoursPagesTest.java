package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.SpecialDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// It is Tuesday, November 24, 9:00 in New York; the shop opens Monday to Saturday from 8 to 18.
class HoursPagesTest {
  private static final String HOURS = "/settings/hours";
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"(\\w+)\"");

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void keepsLunchBreaks() {
    save(
        "opens_monday",
        "08:00",
        "closes_monday",
        "12:00",
        "opens_monday",
        "13:00",
        "closes_monday",
        "18:00",
        "opens_monday",
        "",
        "closes_monday",
        "");

    assertThat(hours().spans().get(DayOfWeek.MONDAY)).containsExactly(span(8, 12), span(13, 18));
    assertThat(dana.get(HOURS).body())
        .containsSubsequence(
            "value=\"08:00\"", "value=\"12:00\"", "value=\"13:00\"", "value=\"18:00\"");
  }

  @Test
  void splitsANightAndShowsItAgainAsItWasSaid() {
    save(
        "opens_friday",
        "18:00",
        "closes_friday",
        "02:00",
        "closed_saturday",
        "yes",
        "opens_saturday",
        "09:00",
        "closes_saturday",
        "12:00");

    assertThat(hours().spans().get(DayOfWeek.FRIDAY))
        .containsExactly(new Span(LocalTime.of(18, 0), LocalTime.MAX));
    assertThat(hours().spans().get(DayOfWeek.SATURDAY)).containsExactly(span(0, 2));
    assertThat(dana.get(HOURS).body())
        .contains("value=\"02:00\"", "6\u00a0pm–2\u00a0am")
        .doesNotContain("value=\"00:00\"");
  }

  @Test
  void takesAShopThatNeverCloses() {
    save(Stream.of(DayOfWeek.values())
        .map(day -> day.name().toLowerCase(java.util.Locale.ROOT))
        .flatMap(day -> Stream.of("opens_" + day, "00:00", "closes_" + day, "00:00"))
        .toArray(String[]::new));

    assertThat(hours().openBetween(kept.clock.instant(), kept.clock.in(Duration.ofDays(7))))
        .isEqualTo(Duration.ofDays(7));
    assertThat(dana.get(HOURS).body()).contains("You’re open around the clock.", "all day");
  }

  @Test
  void saysWhatIsWrongBesideTheDayAndKeepsWhatWasTyped() {
    var before = hours();

    var answer = save(
        "opens_monday",
        "09:00",
        "closes_monday",
        "05:00",
        "opens_tuesday",
        "09:00",
        "closes_tuesday",
        "",
        "opens_wednesday",
        "08:00",
        "closes_wednesday",
        "12:00",
        "opens_wednesday",
        "11:30",
        "closes_wednesday",
        "17:00");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Monday would end on the next day, 20 hours later.",
            "Say both when Tuesday begins and when it ends.",
            "Wednesday has two stretches that overlap.",
            "value=\"11:30\"");
    assertThat(hours()).isEqualTo(before);
  }

  @Test
  void keepsHolidaysAndDaysOfTheirOwnWhenTheWeekIsSaved() {
    dana.post(HOURS + "/holidays", "country", "us", "part", "us-ca");
    addDay("2026-12-24", "Christmas Eve", "hours", "09:00", "14:00");

    save("opens_monday", "09:00", "closes_monday", "17:00");

    assertThat(hours().holidays().region()).isEqualTo("us-ca");
    assertThat(hours().specialDays())
        .containsValue(
            new SpecialDay(LocalDate.of(2026, 12, 24), "Christmas Eve", List.of(span(9, 14))));
  }

  @Test
  void showsWhatHolidaysMeanBeforeTheyAreChosen() {
    var looked = dana.get(HOURS + "/holidays?country=us");
    assertThat(looked.body())
        .contains("Thu, Nov 26", "Thanksgiving", "You’d be closed on these", "California");
    assertThat(hours().holidays().region()).isEmpty();

    var made = dana.post(HOURS + "/holidays", "country", "us", "part", "de-by");

    assertThat(TestBrowser.leadsTo(made)).startsWith(HOURS + "?saved=");
    assertThat(hours().holidays().region()).isEqualTo("us");
    assertThat(dana.get(HOURS).body()).contains("You’re closed on these", "Thanksgiving");
    assertThat(dana.post(HOURS + "/holidays", "country", "atlantis").statusCode())
        .isEqualTo(422);
    assertThat(dana.get(HOURS + "/holidays?country=atlantis").statusCode()).isEqualTo(200);
  }

  @Test
  void saysHowManyPromisesHaveOtherAlarms() {
    kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, Duration.ofHours(50));

    var added = addDay("2026-11-26", "The wedding", "closed", "", "");

    assertThat(TestBrowser.leadsTo(added)).isEqualTo(HOURS + "?saved=1#days");
    assertThat(dana.get(HOURS + "?saved=1").body())
        .contains("One open promise has new alarm times.", "The wedding");
  }

  @Test
  void addsADayOnceAndRefusesWhatCantBe() {
    addDay("2026-11-27", "The wedding", "closed", "", "");
    var twice = addDay("2026-11-27", "The wedding", "closed", "", "");
    var other = addDay("2026-11-27", "Stocktaking", "hours", "09:00", "12:00");
    var past = addDay("2026-11-23", "Yesterday", "closed", "", "");
    var night = addDay("2026-11-28", "A long night", "hours", "18:00", "02:00");
    var nameless = addDay("2026-11-28", "", "hours", "", "");

    assertThat(twice.statusCode()).isEqualTo(303);
    assertThat(other.body()).contains("That day is on the list already.", "value=\"Stocktaking\"");
    assertThat(past.body()).contains("That day is over.");
    assertThat(night.body()).contains("has to end by midnight");
    assertThat(nameless.body()).contains("Say what day it is", "Say from when to when");
    assertThat(hours().specialDays()).hasSize(1);
  }

  @Test
  void removesADayButKeepsThoseThatAreOver() {
    addDay("2026-11-27", "The wedding", "closed", "", "");
    kept.clock.advance(Duration.ofDays(7));
    addDay("2026-12-24", "Christmas Eve", "closed", "", "");
    var dana = kept.as(kept.shop.dana);
    assertThat(dana.get(HOURS).body()).contains("Christmas Eve").doesNotContain("The wedding");

    dana.post(HOURS + "/days/2026-12-24/removal");
    var again = dana.post(HOURS + "/days/2026-12-24/removal");

    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(hours().specialDays()).containsOnlyKeys(LocalDate.of(2026, 11, 27));
    assertThat(dana.post(HOURS + "/days/someday/removal").statusCode()).isEqualTo(404);
  }

  @Test
  void asksBeforeItReplacesWhatSomebodyElseSaved() {
    var mark = mark(dana.get(HOURS));
    save("mark", mark, "opens_monday", "10:00", "closes_monday", "16:00");

    var twice = save("mark", mark, "opens_monday", "10:00", "closes_monday", "16:00");
    var other = save("mark", mark, "opens_monday", "07:00", "closes_monday", "15:00");
    var again = save("mark", mark(other), "opens_monday", "07:00", "closes_monday", "15:00");

    assertThat(twice.statusCode()).isEqualTo(303);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Somebody saved other hours", "value=\"07:00\"");
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(hours().spans().get(DayOfWeek.MONDAY)).containsExactly(span(7, 15));
  }

  @Test
  void takesTheZoneThatIsSetThoughItIsNoPlace() {
    var offset = ZoneId.of("+10:15");
    kept.rooms.shop.set(
        kept.shop.dana, new Business("Marlow & Daughter", offset, null, null, 255), hours());

    assertThat(saveIn("+10:15").statusCode()).isEqualTo(303);
    assertThat(saveIn("+10:30").statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> save(String... week) {
    return saveIn("America/New_York", week);
  }

  private HttpResponse<String> saveIn(String zone, String... week) {
    var shop = Stream.of("name", "Marlow & Daughter", "zone", zone);
    return dana.post(HOURS, Stream.concat(shop, Stream.of(week)).toArray(String[]::new));
  }

  private HttpResponse<String> addDay(
      String date, String name, String kind, String opens, String closes) {
    return kept.as(kept.shop.dana)
        .post(
            HOURS + "/days",
            "date",
            date,
            "day_name",
            name,
            "kind",
            kind,
            "opens_day",
            opens,
            "closes_day",
            closes);
  }

  private OpeningHours hours() {
    return kept.rooms.shop.hours();
  }

  private static Span span(int opens, int closes) {
    return new Span(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
  }

  private static String mark(HttpResponse<String> page) {
    var mark = MARK.matcher(page.body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }
}
