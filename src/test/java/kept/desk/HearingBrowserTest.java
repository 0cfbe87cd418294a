package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kept.AxeRules;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Promises heard while somebody writes, in a real browser, with the keyboard alone.
class HearingBrowserTest {
  private static final TestKept kept = new TestKept();
  private static Playwright playwright;
  private static Browser browser;

  private final Conversation tv = kept.shop.crackedTv();
  private Page page = open(1440, 900, ColorScheme.LIGHT);

  @BeforeAll
  static void launch() {
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("kept.chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    kept.close();
  }

  @AfterEach
  void done() {
    page.context().close();
  }

  @Test
  void oneKeyTakesThePromiseAndNothingIsRecordedBeforeItIsSent() {
    write("Hi Chuck, I’ll ring you by 4. Sorry again.");

    assertThat(page.locator(".promise-hit")).hasText("I’ll ring you by 4");
    assertThat(page.locator(".offer")).containsText("Promise 4:00 pm");
    page.keyboard().press("Alt+k");

    assertThat(page.locator("[name=promise_what]")).hasValue("Call back");
    assertThat(page.locator("[name=promise_due]")).hasValue("2026-11-24T16:00");
    assertThat(page.locator(".offer")).hasCount(0);
    assertThat(page.locator(".composer textarea.body")).isFocused();
    assertThat(kept.rooms.promises.in(List.of(tv.id()))).isEmpty();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".thread")).containsText("Call back");
    assertThat(kept.rooms.promises.in(List.of(tv.id()))).hasSize(1);
  }

  @Test
  void oneKeyDismissesForGood() {
    write("We will drop it round on Friday.");
    assertThat(page.locator(".offer")).hasCount(1);

    page.keyboard().press("Alt+x");

    assertThat(page.locator(".offer")).hasCount(0);
    assertThat(page.locator(".promise-hit")).hasCount(0);
    assertThat(page.locator(".composer textarea.body")).isFocused();
    page.keyboard().type(" ");
    page.waitForTimeout(800);
    assertThat(page.locator(".offer")).hasCount(0);
  }

  @Test
  void anOrdinaryReplyIsLeftAlone() {
    write("Would you like me to call you tomorrow?");

    page.waitForTimeout(800);

    assertThat(page.locator(".offer")).hasCount(0);
  }

  @Test
  void theOfferHoldsUpAtEveryWidthInBothThemes() {
    write(
        "Hi Chuck, the van is late. I’ll have the new set at your door by noon tomorrow, and I’ll ring you.");
    assertThat(page.locator(".offer").first()).isVisible();
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (int width : new int[] {1440, 820, 390, 320}) {
        page.setViewportSize(width, 900);
        var overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("overflow at " + width).isEqualTo(0);
        if (width != 1440 && width != 390) continue;
        assertThat(AxeRules.brokenOn(page, ".composer"))
            .as("axe at " + width + " " + theme)
            .isEmpty();
      }
    }
  }

  private void write(String words) {
    page.locator(".composer textarea.body").focus();
    page.keyboard().insertText(words);
  }

  private Page open(int width, int height, ColorScheme theme) {
    var context = browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(theme));
    var token = kept.rooms.sessions.start(kept.shop.priya, "Chrome on Linux");
    context.addCookies(List.of(new Cookie("kept", token).setUrl(kept.at("/").toString())));
    var fresh = context.newPage();
    fresh.navigate(kept.at("/c/" + tv.id()).toString());
    return fresh;
  }
}
