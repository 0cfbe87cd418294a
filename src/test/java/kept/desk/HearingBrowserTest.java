package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import kept.AxeRules;
import kept.Chromium;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Promises heard while somebody writes, in a real browser, with the keyboard alone.
class HearingBrowserTest {
  private static final TestKept kept = new TestKept();
  private static final Chromium chromium = new Chromium();

  private final Conversation tv = kept.shop.crackedTv();
  private Page page = open(1440, 900, ColorScheme.LIGHT);

  @AfterAll
  static void close() {
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
    var options = Chromium.still().setViewportSize(width, height).setColorScheme(theme);
    var fresh = chromium.as(kept, kept.shop.priya, options);
    fresh.navigate(kept.at("/c/" + tv.id()).toString());
    return fresh;
  }
}
