package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.OpeningHours.Span;
import kept.team.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelloPagesTest {
  private final TestKept kept = TestKept.notSetUp();
  private final TestBrowser browser = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void nothingFailsWhileNobodyIsThere() {
    assertThat(kept.rooms.alarms.fireWhatIsDue()).isNull();
  }

  @Test
  void everyPageLeadsToThePrintedLink() {
    assertThat(TestBrowser.leadsTo(browser.get("/c"))).isEqualTo("/hello");
    assertThat(TestBrowser.leadsTo(browser.get("/settings/team"))).isEqualTo("/hello");
    assertThat(TestBrowser.leadsTo(browser.get("/in"))).isEqualTo("/hello");
    assertThat(browser.get("/hello").body()).contains("printed a set-up link");
  }

  @Test
  void twoStepsMakeAShopAndItsOwner() {
    var link = kept.rooms.invitations.setUpLink().orElseThrow();
    assertThat(browser.get(link).body()).contains("What’s the business called");

    var business = browser.post(link, week("name", "Marlow & Daughter", "zone", "America/Chicago"));
    assertThat(TestBrowser.leadsTo(business)).isEqualTo(link + "/you");
    assertThat(browser.get(link).body())
        .contains("Marlow &amp; Daughter", "You can stop any time.");
    var you = browser.post(
        link + "/you",
        "name",
        "Dana Marlow",
        "email",
        "dana@example.com",
        "password",
        "kettle under the stairs");

    assertThat(TestBrowser.leadsTo(you)).isEqualTo("/set-up/reaching");
    assertThat(browser.get("/settings/team").body()).contains("Dana");
    assertThat(kept.rooms.team.owner().role()).isEqualTo(Role.OWNER);
    assertThat(kept.rooms.shop.business().zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(kept.rooms.shop.hours().spans().get(DayOfWeek.MONDAY))
        .containsExactly(new Span(LocalTime.of(8, 30), LocalTime.of(17, 0)));
    assertThat(kept.rooms.shop.hours().spans()).doesNotContainKey(DayOfWeek.SUNDAY);
    assertThat(kept.stranger().get(link).body()).contains("used already");
    assertThat(TestBrowser.leadsTo(browser.get(link))).isEqualTo("/set-up");
    assertThat(TestBrowser.leadsTo(browser.get(link + "/you"))).isEqualTo("/set-up/you");
  }

  @Test
  void keepsWhatWasTypedWhenAStepIsRefused() {
    var link = kept.rooms.invitations.setUpLink().orElseThrow();

    var business = browser.post(
        link,
        "name",
        "",
        "zone",
        "America/Chicago",
        "opens_monday",
        "17:00",
        "closes_monday",
        "16:00");
    assertThat(business.statusCode()).isEqualTo(422);
    assertThat(business.body())
        .contains(
            "Enter the name on the sign.",
            "Monday would end on the next day, 23 hours later.",
            "17:00");

    browser.post(link, week("name", "Marlow & Daughter", "zone", "America/Chicago"));
    var you = browser.post(link + "/you", "name", "Dana", "email", "dana", "password", "short");
    assertThat(you.statusCode()).isEqualTo(422);
    assertThat(you.body())
        .contains("Enter an address like dana@example.com.", "Use twelve letters or more.");
    var easy = browser.post(
        link + "/you", "name", "Dana", "email", "d@example.com", "password", "Marlow-Daughter 1");
    assertThat(easy.statusCode()).isEqualTo(422);
    assertThat(easy.body()).contains("That is too easy to guess");
    assertThat(kept.rooms.invitations.shopHasNoOwner()).isTrue();
  }

  @Test
  void beginsAtTheBeginning() {
    var link = kept.rooms.invitations.setUpLink().orElseThrow();

    assertThat(TestBrowser.leadsTo(browser.get(link + "/you"))).isEqualTo(link);
    assertThat(TestBrowser.leadsTo(browser.post(link + "/you", "name", "Dana"))).isEqualTo(link);
  }

  @Test
  void opensToNobodyWithoutTheLink() {
    assertThat(browser.get("/hello/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").statusCode())
        .isEqualTo(404);
    assertThat(browser.post("/hello/x/you", "name", "Mallory").statusCode()).isEqualTo(404);
  }

  private static String[] week(String... fields) {
    var days = Arrays.stream(DayOfWeek.values())
        .map(day -> day.name().toLowerCase(java.util.Locale.ROOT))
        .flatMap(day -> day.equals("sunday")
            ? Stream.of("opens_sunday", "", "closes_sunday", "")
            : Stream.of("opens_" + day, "08:30", "closes_" + day, "17:00"));
    return Stream.concat(Arrays.stream(fields), days).toArray(String[]::new);
  }
}
