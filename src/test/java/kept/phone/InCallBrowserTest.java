package kept.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import kept.AxeRules;
import kept.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A whole call at the desk, in a real browser and by its keyboard: it rings, somebody takes
/// it, the other holds, what is said is written down and a promise in it heard, the recap
/// goes out.
class InCallBrowserTest {
  private static Chromium browser;

  @BeforeAll
  static void open() {
    browser = new Chromium();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void aCallIsTakenHeldNotedAndWrittenUp() throws Exception {
    try (var shop = new TestPhones()) {
      var tv = shop.chuck();
      shop.kept.shop.promise(tv, shop.kept.shop.priya, Duration.ofHours(4));
      shop.phone(shop.kept.shop.priya, "uas-answers");
      var page = browser.as(shop.kept, shop.kept.shop.priya);
      page.navigate(shop.kept.at("/").toString());
      var ringing = shop.later("uac-talks", 38_000);

      assertThat(page.locator(".callbar")).containsText("Chuck Alvarez");
      page.locator(".callbar__back").click();
      assertThat(page.locator(".handset h1")).hasText("Chuck Alvarez");
      assertThat(page.locator(".handset")).containsText("Known number");
      assertThat(page.locator(".brief")).containsText("Swap the cracked TV");
      assertThat(page.locator(".callbar")).isHidden();
      holdsUp(page);

      page.keyboard().press("o");
      assertThat(page.locator(".handset .held")).containsText("hears music");
      page.keyboard().press("o");
      assertThat(page.locator(".handset .held")).hasCount(0);
      page.keyboard().press("m");
      assertThat(page.locator(".handset")).containsText("Mic is off");
      page.keyboard().press("m");
      assertThat(page.locator(".handset")).containsText("Mic is on");

      page.locator("#jotted").fill("It flickers since Monday. I'll ring you by 4 about the swap.");
      page.locator(".offer[data-heard]").waitFor();
      page.keyboard().press("Alt+k");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".brief")).containsText(Pattern.compile("[Rr]ing"));

      page.locator(".handset h1").click();
      page.keyboard().press("E");
      page.waitForURL(Pattern.compile(".*/wrap-up"));
      assertThat(page.locator("h1")).containsText("You talked with Chuck");
      assertThat(page.locator("#understood"))
          .hasValue(Pattern.compile(".*flickers since Monday.*"));
      assertThat(page.locator("kept-sends")).containsText("Sends in");
      assertThat(page.locator("input[name='kept']")).hasCount(0);
      shot(page, "wrap-up");
      assertThat(AxeRules.brokenOn(page, "main")).isEmpty();
      page.locator("button[value='send']").click();
      page.waitForURL(Pattern.compile(".*/c/.*"));
      assertThat(page.locator(".thread")).containsText("flickers since Monday");
      ringing.join();

      var call = shop.over();
      assertThat(call.isWrappedUp()).isTrue();
      assertThat(shop.kept.rooms.promises.to(call.customer())).hasSize(2);
      assertThat(shop.kept.rooms.recaps.of(call.conversation())).hasSize(1);
    }
  }

  @Test
  void somebodyOutsideIsAskedAddedAndGivenTheCallByKeyboard() throws Exception {
    try (var carrier = TestPhones.carrier("uas-answers");
        var shop = new TestPhones()) {
      shop.chuck();
      shop.saying(shop.kept.shop.priya, 800);
      var page = browser.as(shop.kept, shop.kept.shop.priya);
      page.navigate(shop.kept.at("/").toString());
      var chuck = shop.ringsSaying(500);
      page.locator(".callbar__back").click();
      assertThat(page.locator(".handset h1")).hasText("Chuck Alvarez");

      page.keyboard().press("h");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      assertThat(page.locator("input[name='number']")).isFocused();
      page.setViewportSize(390, 844);
      shot(page, "hand-over");
      assertThat(AxeRules.brokenOn(page, "main")).isEmpty();
      page.keyboard().type("415 555 0177");
      page.keyboard().press("Enter");
      var handset = page.locator(".handset");
      assertThat(handset).containsText("You’re talking with (415) 555-0177.");
      page.locator("form[action$='/joining'] button").press("Enter");
      assertThat(handset).containsText("(415) 555-0177 is in the talk too.");
      shot(page, "three");
      page.locator("form[action$='/leaving'] button").press("Enter");
      assertThat(handset).containsText("You handed Chuck over.");
      assertThat(page.locator(".callbar")).hasCount(0);
      assertThat(carrier.messages()).contains("INVITE sip:+14155550177@");
      chuck.hangUp();
      shop.over();
    }
  }

  private static void holdsUp(Page page) {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (int width : new int[] {320, 390, 820, 1440}) {
        page.setViewportSize(width, 900);
        var wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).as("width at %d", width).isLessThanOrEqualTo(width);
        shot(page, "incall-" + width + "-" + theme);
      }
      assertThat(AxeRules.brokenOn(page, "main")).isEmpty();
    }
  }

  private static void shot(Page page, String name) {
    if (Boolean.getBoolean("kept.pictures"))
      page.screenshot(new Page.ScreenshotOptions()
          .setPath(Path.of("target/pictures/" + name + ".png"))
          .setFullPage(true));
  }
}
