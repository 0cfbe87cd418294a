package kept.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kept.AxeRules;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who rings, on an open page of a real browser, while a real call rings.
class CallPopBrowserTest {
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
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
  }

  @Test
  void whoeverIsKnownIsKnownBeforeHello() throws Exception {
    try (var shop = new TestPhones()) {
      var tv = shop.kept.shop.crackedTv();
      shop.kept.shop.promise(tv, shop.kept.shop.priya, Duration.ofHours(4));
      shop.kept.rooms.customers.addIdentity(
          shop.kept.shop.dana,
          tv.customer(),
          new Approach(
              IdentityKind.PHONE,
              "+14155550142",
              null,
              "gave it to us",
              VerificationLevel.RECOGNISED,
              false));
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      var page = desk(shop);
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

  private static Page desk(TestPhones shop) {
    var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    var token = shop.kept.rooms.sessions.start(shop.kept.shop.priya, "Chrome on Linux");
    context.addCookies(
        List.of(new Cookie("kept", token).setUrl(shop.kept.at("/").toString())));
    var page = context.newPage();
    page.navigate(shop.kept.at("/").toString());
    return page;
  }

  private static void rings(TestPhones shop) {
    try {
      shop.rings("uac-waits", 9000);
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
