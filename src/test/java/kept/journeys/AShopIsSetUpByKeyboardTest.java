package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import kept.Chromium;
import kept.TestKept;
import kept.frontdoor.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the printed link to Today, without a mouse.
class AShopIsSetUpByKeyboardTest {
  private final TestKept kept = TestKept.notSetUp();
  private final Chromium chromium = new Chromium();
  private final Page page = chromium.stranger();
  private final Keyboard dana = new Keyboard(page);

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
  }

  @Test
  void everyStepIsAnswered() {
    saysWhoTheyAre();
    saysHowTheyAreReached();
    saysWhatIsHeard();
    assertThat(page.locator("h1")).hasText("Call yourself.");
    assertThat(page.locator(".dial")).containsText("(415) 555-0137");
    dana.to(page.locator("text=Open the desk")).press("Enter");

    assertThat(page.locator(".today")).isVisible();
    assertThat(page.locator("body")).containsText("Call (415) 555-0137 yourself");
    assertThat(kept.rooms.shop.business().email()).isEqualTo("hello@marlow.example.com");
    var plan = kept.rooms.frontDoors.list().getFirst().plan();
    assertThat(plan.greetings().at(Moment.OPEN)).isNotNull();
  }

  @Test
  void whatCanBeSkippedIsAndTodayKnows() {
    saysWhoTheyAre();
    dana.to(page.locator("text=Skip the phone for now")).press("Enter");
    page.waitForURL("**/set-up/hearing");
    dana.to(page.locator(".setup__foot a:has-text('Back')")).press("Enter");
    page.waitForURL("**/set-up/reaching");
    dana.to(page.locator("text=Finish later")).press("Enter");

    assertThat(page.locator(".today")).isVisible();
    dana.to(page.locator("a:has-text('Have a number ring here')")).press("Enter");
    page.waitForURL("**/set-up/reaching");
  }

  private void saysWhoTheyAre() {
    var link = kept.rooms.invitations.setUpLink().orElseThrow();
    page.navigate(kept.kept().url() + link);
    dana.to(page.locator("#name")).write("Marlow & Daughter").press("Enter");
    page.waitForURL("**/you");
    dana.to(page.locator("#name")).write("Dana Marlow");
    dana.to(page.locator("#email")).write("dana@example.com");
    dana.to(page.locator("#password")).write("kettle under the stairs").press("Enter");
    page.waitForURL("**/set-up/reaching");
  }

  private void saysHowTheyAreReached() {
    dana.to(page.locator("#number")).write("+1 415 555 0137").press("Enter");
    assertThat(page.locator(".dial")).containsText("*72 415 555 0137");
    dana.to(page.locator("#address")).write("hello@marlow.example.com").press("Enter");
    page.waitForURL("**/set-up/hearing");
  }

  private void saysWhatIsHeard() {
    dana.to(page.locator("#words")).write("Marlow and Daughter, hello.");
    dana.to(page.locator("button[value=hear]")).press("Enter");
    assertThat(page.locator("kept-sound button")).isVisible();
    assertThat(page.locator("#words")).hasValue("Marlow and Daughter, hello.");
    dana.to(page.locator("button:has-text('Next: call yourself')")).press("Enter");
    page.waitForURL("**/set-up/calling");
  }
}
