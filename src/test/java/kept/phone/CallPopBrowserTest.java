package kept.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kept.AxeRules;
import kept.Chromium;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who rings, on an open page of a real browser, while a real call rings.
class CallPopBrowserTest {
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
  void whoeverIsKnownIsKnownBeforeHello() throws Exception {
    var patient = List.of(new Wave(List.of(), Duration.ofSeconds(30)));
    try (var shop = new TestPhones(new Plan(false, patient, Overflow.VOICEMAIL))) {
      var tv = shop.chuck();
      shop.kept.shop.promise(tv, shop.kept.shop.priya, Duration.ofHours(4));
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      var page = browser.as(shop.kept, shop.kept.shop.priya);
      page.navigate(shop.kept.at("/").toString());
      var ringing = Thread.ofVirtual().start(() -> rings(shop));

      assertThat(page.locator(".pop h2")).hasText("Chuck Alvarez");
      assertThat(page.locator(".pop")).containsText("known number");
      assertThat(page.locator(".pop .story")).containsText("Cracked TV");
      assertThat(page.locator(".pop .story")).containsText("Swap the cracked TV");
      holdsUp(page);
      page.locator(".pop a").click();
      assertThat(page.locator(".thread")).containsText("is ringing");

      ringing.join();
      assertThat(page.locator(".pop")).hasCount(0);
      assertThat(page.locator(".thread")).containsText("nobody took it");
      assertThat(page.locator(".thread")).containsText("Ring Chuck back");
    }
  }

  private static void rings(TestPhones shop) {
    try {
      shop.rings("uac-waits", 18_000);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void holdsUp(Page page) {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (int width : new int[] {320, 390, 1440}) {
        page.setViewportSize(width, 900);
        var box = page.locator(".pop").boundingBox();
        assertThat(box.x).as("left at %d", width).isNotNegative();
        assertThat(box.x + box.width).as("right at %d", width).isLessThanOrEqualTo(width);
        if (Boolean.getBoolean("kept.pictures"))
          page.screenshot(new Page.ScreenshotOptions()
              .setPath(Path.of("target/pictures/pop-" + width + "-" + theme + ".png")));
      }
      assertThat(AxeRules.brokenOn(page, ".pop")).isEmpty();
    }
  }
}
