package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kept.PageProof;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What scripts do for forms that save themselves: one sending at a time, nothing lost, a refusal
/// put back.
class SavedAsYouGoBrowserTest {
  private static final List<String> sent = new CopyOnWriteArrayList<>();
  private static final Pages pages = Pages.built();
  private static volatile CountDownLatch door = new CountDownLatch(0);

  private static PageProof proof;
  private BrowserContext browser;
  private Page page;

  @BeforeAll
  static void open() {
    proof = new PageProof(false, GallerySettings::hang, SavedAsYouGoBrowserTest::answer);
  }

  @AfterAll
  static void close() {
    proof.close();
  }

  @BeforeEach
  void fresh() {
    sent.clear();
    browser = proof.browser();
    page = browser.newPage();
  }

  @AfterEach
  void done() {
    door.countDown();
    browser.close();
  }

  private static void answer(JavalinDefaultRoutingApi routes) {
    routes.post("/settings/channels", SavedAsYouGoBrowserTest::save, Public.ANYONE);
    routes.post("/settings/you/time/quiet", SavedAsYouGoBrowserTest::save, Public.ANYONE);
    routes.post("/settings/team/{id}/second", SavedAsYouGoBrowserTest::save, Public.ANYONE);
  }

  private static void save(Context request) throws InterruptedException {
    sent.add(request.body());
    door.await();
    if (request.body().contains("refused"))
      request.status(422).contentType("text/plain; charset=utf-8").result("Not <that> one.");
    else if (request.body().contains("broken")) request.status(500).result("");
    else pages.show(request, AsYouGo.SAVED, "They hear next.");
  }

  @Test
  void aChangeIsSavedAndSaidBesideIt() {
    page.navigate(proof.url("/settings/team"));
    var second = page.locator("select[name='second']").first();

    second.selectOption("");

    assertThat(said(second)).hasText("Saved. They hear next.");
    assertThat(said(second)).hasAttribute("role", "status");
    assertThat(page.locator(".crew button", new Page.LocatorOptions().setHasText("Save"))
            .first())
        .isHidden();
    assertThat(sent).hasSize(1).allMatch(form -> form.matches("mark=[^&]+&second="));
  }

  @Test
  void aRefusalPutsTheOldValueBackAndSaysWhy() {
    page.navigate(proof.url("/settings/channels"));
    var address = page.locator("[name='address']");

    address.fill("refused@example.com");
    address.press("Enter");

    assertThat(said(address)).hasText("“refused@example.com” isn’t saved. Not <that> one.");
    assertThat(address).hasValue("hello@example.com");
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatCouldNotBeSentStaysAndIsTriedAgain() {
    page.navigate(proof.url("/settings/channels"));
    var address = page.locator("[name='address']");
    address.fill("broken@example.com");
    address.blur();
    assertThat(said(address)).containsText("That isn’t saved yet.");
    assertThat(address).hasValue("broken@example.com");
    assertThat(sent).hasSize(1);

    page.locator(".said button").click();

    page.waitForCondition(() -> sent.size() == 2);
  }

  @Test
  void twoQuickChangesDoNotLoseOneAnother() {
    page.navigate(proof.url("/settings/time-many"));
    door = new CountDownLatch(1);
    var starts = page.locator("[name='starts']");

    starts.fill("22:00");
    page.locator("[name='ends']").fill("06:00");
    page.locator("[name='quiet'][value='no']").check();
    page.locator("[name='quiet'][value='yes']").check();
    page.locator("[name='ends']").fill("06:30");
    page.locator("[name='ends']").blur();
    door.countDown();

    page.waitForCondition(() -> sent.getLast().equals("quiet=yes&starts=22%3A00&ends=06%3A30"));
    assertThat(said(starts)).hasText("Saved. They hear next.");
    assertThat(starts).hasValue("22:00");
    assertThat(sent.size()).isLessThan(4);
  }

  @Test
  void halfAStretchOfHoursWaitsUntilSomebodyGoesOn() {
    page.navigate(proof.url("/settings/time-many"));
    var ends = page.locator("[name='ends']");

    ends.fill("");
    page.waitForTimeout(900);
    assertThat(sent).isEmpty();
    ends.blur();

    page.waitForCondition(() -> sent.size() == 1);
    assertThat(sent).containsExactly("quiet=yes&starts=21%3A00&ends=");
  }

  @Test
  void theButtonIsThereWithoutScripts() {
    var plain = proof.withoutScripts();
    plain.navigate(proof.url("/settings/channels"));

    assertThat(plain.locator("[data-plain] button").isVisible()).isTrue();
  }

  private static Locator said(Locator control) {
    return control.locator("xpath=ancestor::kept-saves//*[contains(@class, 'said')]");
  }
}
