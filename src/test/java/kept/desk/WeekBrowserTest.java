package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import kept.PageProof;
import kept.platform.http.Public;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What scripts add to a week of hours, by keyboard alone, and what is left without them.
class WeekBrowserTest {
  private static PageProof proof;
  private BrowserContext browser;
  private Page page;

  @BeforeAll
  static void open() {
    proof = new PageProof(
        false,
        GallerySettings::hang,
        routes -> routes.post("/settings/hours", request -> request.status(204), Public.ANYONE));
  }

  @AfterAll
  static void close() {
    proof.close();
  }

  @BeforeEach
  void fresh() {
    browser = proof.browser();
    page = browser.newPage();
    page.navigate(proof.url("/settings/hours-none"));
    openOn("monday");
    times("monday").nth(0).fill("08:00");
    times("monday").nth(1).fill("18:00");
  }

  @AfterEach
  void done() {
    browser.close();
  }

  @Test
  void aBreakSplitsTheDayAtLunchAndComesOutAgain() {
    day("monday").locator("summary").first().press("Enter");
    page.waitForCondition(() -> values("monday").size() == 4);
    assertThat(values("monday")).containsExactly("08:00", "12:00", "13:00", "18:00");

    day("monday").locator("summary").first().press("Enter");
    page.waitForCondition(() -> values("monday").size() == 2);

    assertThat(values("monday")).containsExactly("08:00", "18:00");
  }

  @Test
  void mondayIsCopiedToTheDaysThatAreOpen() {
    day("monday").locator("summary").first().press("Enter");
    page.waitForCondition(() -> values("monday").size() == 4);
    openOn("tuesday");

    page.locator("[data-copy]").press("Enter");

    assertThat(values("tuesday")).containsExactly("08:00", "12:00", "13:00", "18:00");
    assertThat(values("wednesday")).isEmpty();
  }

  @Test
  void everyFieldIsThereWithoutScripts() {
    var plain = proof.withoutScripts();
    plain.navigate(proof.url("/settings/hours"));

    assertThat(plain.locator("[name='opens_monday']").first().isVisible()).isTrue();
    assertThat(plain.locator("[data-copy]").isVisible()).isFalse();
    plain.locator("[data-day='saturday'] summary").click();
    assertThat(plain.locator("[name='opens_saturday']").nth(1).isVisible()).isTrue();
  }

  private void openOn(String day) {
    day(day).locator("input[type='checkbox']").press("Space");
  }

  private Locator day(String day) {
    return page.locator("[data-day='" + day + "']");
  }

  private Locator times(String day) {
    return day(day).locator("input[type='time']");
  }

  private List<String> values(String day) {
    return times(day).all().stream()
        .map(Locator::inputValue)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
