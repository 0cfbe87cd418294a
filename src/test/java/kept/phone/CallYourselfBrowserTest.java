package kept.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import kept.Chromium;
import kept.frontdoor.Overflow;
import org.junit.jupiter.api.Test;

/// The last of the first steps, on an open page of a real browser, while a real call comes in.
class CallYourselfBrowserTest {
  @Test
  void thePageSaysByItselfThatTheCallCame() throws Exception {
    try (var browser = new Chromium();
        var shop = new TestPhones(Overflow.RING_BACK)) {
      var page = browser.as(shop.kept, shop.kept.shop.dana);
      page.navigate(shop.kept.at("/").toString());
      page.navigate(shop.kept.at("/set-up/calling").toString());
      assertThat(page.locator(".watching")).containsText("We’re watching for a call.");

      shop.rings("uac-hears-bye", 0);

      assertThat(page.locator(".watching")).containsText("It rings here.");
      assertThat(page.locator(".watching")).containsText("from (415) 555-0142");
      page.locator(".watching a").click();
      assertThat(page.locator(".thread")).isVisible();
      assertThat(shop.kept.as(shop.kept.shop.dana).get("/set-up/reaching").body())
          .contains("It rings here.");
    }
  }
}
