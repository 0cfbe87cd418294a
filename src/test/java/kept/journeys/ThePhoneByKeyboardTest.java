package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import kept.Chromium;
import kept.TestKept;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Setting the phone up and writing a call down, without a mouse.
class ThePhoneByKeyboardTest {
  private final TestKept kept = new TestKept();
  private final Chromium chromium = new Chromium();

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
  }

  @Test
  void aCallIsWrittenDownInAFewKeys() {
    var tv = kept.shop.crackedTv();
    var page = signedIn(kept.shop.priya, "/c/" + tv.id());
    var priya = new Keyboard(page);

    priya.press("l");
    page.waitForURL("**/calls/new");
    assertThat(page.locator("#note")).isFocused();
    priya.write("Home on Thursday").press("Enter");

    page.waitForURL("**/c/" + tv.id());
    assertThat(page.locator(".thread")).containsText("rang and talked with you, 5 min");
    assertThat(page.locator(".thread")).containsText("Home on Thursday");
  }

  @Test
  void aNumberAndAPhoneAreSetUp() {
    var page = signedIn(kept.shop.dana, "/settings/phone");
    var dana = new Keyboard(page);

    dana.to(page.locator("#number")).write("+14155550100").press("Enter");
    assertThat(page.locator("#sentence")).hasText("People reach you at (415) 555-0100.");
    dana.to(page.locator("#numbers .set-up input[name=name]"))
        .press("ControlOrMeta+a")
        .write("Repairs")
        .press("Tab");
    assertThat(page.locator("#numbers .said")).containsText("Saved.");
    dana.to(page.locator("#phone_name")).write("Workshop").press("Tab").write("At the back");
    dana.press("Enter");

    assertThat(page.locator("#given-password")).isVisible();
    assertThat(page.locator("#phones .set-up input[name=location]")).hasValue("At the back");
    assertThat(kept.rooms.lines.list().getFirst().name()).isEqualTo("Repairs");
  }

  private Page signedIn(AgentId agent, String path) {
    var page = chromium.as(kept, agent);
    page.navigate(kept.kept().url() + path);
    return page;
  }
}
