package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import kept.Chromium;
import kept.TestKept;
import kept.team.Arrival;
import kept.team.WayIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two tabs of one browser, and what stays on their screens when it is signed out.
class SignedOutBrowserTest {
  private static final Pattern AT_THE_DOOR = Pattern.compile("/in\\?next=%2F");

  private static final TestKept kept = new TestKept();
  private static final Chromium chromium = new Chromium();

  private final Page one = chromium.stranger();
  private final Page other = one.context().newPage();

  @AfterAll
  static void close() {
    chromium.close();
    kept.close();
  }

  @AfterEach
  void done() {
    one.context().close();
  }

  @Test
  void bothGoToTheDoorWhenTheyAreSignedOutElsewhere() {
    signedInUntil(null);

    kept.rooms.sessions.endAllOf(kept.shop.priya);

    assertThat(one).hasURL(AT_THE_DOOR);
    assertThat(other).hasURL(Pattern.compile("/in\\?next=%2Fpeople"));
    assertThat(other.locator("body")).containsText("You were signed out in this browser.");
  }

  @Test
  void signingOutInOneEmptiesTheOther() {
    signedInUntil(null);

    one.locator("form[action='/out'] button").first().dispatchEvent("click");

    assertThat(one).hasURL(Pattern.compile("/in$"));
    assertThat(other).hasURL(AT_THE_DOOR);
  }

  @Test
  void bothGoWhenTheShopCloses() {
    signedInUntil(Duration.ofHours(8));

    kept.clock.advance(Duration.ofHours(8));
    kept.shop.crackedTv();

    assertThat(one).hasURL(AT_THE_DOOR);
    assertThat(other).hasURL(AT_THE_DOOR);
    assertThat(other.locator("body")).containsText("The shop closed");
  }

  private void signedInUntil(Duration later) {
    var until = later == null ? null : kept.clock.in(later);
    var arrival = new Arrival(WayIn.PASSKEY, "Chrome on Linux", until);
    var token = kept.rooms.sessions.start(kept.shop.priya, arrival);
    one.context()
        .addCookies(List.of(new Cookie("kept", token).setUrl(kept.at("/").toString())));
    one.navigate(kept.at("/promises").toString());
    other.navigate(kept.at("/people").toString());
    assertThat(other.locator("h1")).isVisible();
  }
}
