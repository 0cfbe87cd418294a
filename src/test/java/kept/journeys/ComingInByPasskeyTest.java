package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import kept.Chromium;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.Invitations.Invited;
import kept.team.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole ceremony with a real browser and its virtual device: a passkey is made, lets its owner
/// in without an address or a password, and opens nothing once it is removed.
class ComingInByPasskeyTest {
  private final TestKept kept = new TestKept();
  private final Chromium chromium = new Chromium();

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
  }

  @Test
  void whoAddsOneComesInWithItUntilItIsRemoved() {
    var priya = chromium.as(kept, kept.shop.priya);
    withoutOffers(priya);
    var phone = new VirtualDevice(priya);
    go(priya, "/settings/you");
    priya.getByLabel("What to call a passkey on this device").fill("My phone");
    press(priya, "Add a passkey");
    assertThat(priya.getByText("Saved. This passkey lets you in from now on.")).isVisible();
    assertThat(phone.passkeys()).isEqualTo(1);

    forgetsWhoItIs(priya);
    go(priya, "/in?next=/promises");
    press(priya, "Use a passkey");

    priya.waitForURL(kept.kept().url() + "/promises");
    go(priya, "/settings/you");
    assertThat(priya.getByText("My phone made")).isVisible();
    priya.getByLabel("A password beside your passkeys").fill("kettle under the stairs");
    press(priya, "Change");
    assertThat(priya.getByText("Changed. That is how you come in")).isVisible();
    press(priya, "Go without a password");
    assertThat(priya.getByText("Removed. Your passkeys let you in")).isVisible();
    var lost = kept.rooms.passkeys.of(kept.shop.priya).getFirst();
    kept.rooms.passkeys.removeFor(kept.shop.dana, kept.shop.priya, lost.id());

    forgetsWhoItIs(priya);
    go(priya, "/in");
    press(priya, "Use a passkey");
    assertThat(priya.getByRole(AriaRole.ALERT)).containsText("opens nothing here any more");
  }

  @Test
  void whoIsInvitedJoinsWithOneAndNeedsNoPassword() {
    var link = kept.rooms.invitations.invite(
        kept.shop.dana, new Invited("Justin Cole", "justin@example.com", Role.AGENT));
    var justin = chromium.stranger();
    withoutOffers(justin);
    new VirtualDevice(justin);

    go(justin, link);
    press(justin, "Join with a passkey");

    justin.waitForURL(kept.kept().url() + "/");
    forgetsWhoItIs(justin);
    go(justin, "/in");
    press(justin, "Use a passkey");
    justin.waitForURL(kept.kept().url() + "/");
    go(justin, "/settings/you");
    assertThat(justin.getByLabel("What the others call you")).hasValue("Justin Cole");
    press(justin, "Remove Chrome on Linux");
    assertThat(justin.getByText("This is your only way in.")).isVisible();
  }

  @Test
  void whoeverTheDeviceDoesNotRecogniseStaysOutside() {
    var priya = chromium.as(kept, kept.shop.priya);
    withoutOffers(priya);
    var phone = new VirtualDevice(priya);
    go(priya, "/settings/you");
    press(priya, "Add a passkey");
    assertThat(priya.getByText("Saved. This passkey lets you in from now on.")).isVisible();
    forgetsWhoItIs(priya);

    phone.recognises(false);
    go(priya, "/in");
    press(priya, "Use a passkey");

    assertThat(priya.getByRole(AriaRole.ALERT)).containsText("Nothing was done");
    assertThat(priya).hasURL(kept.kept().url() + "/in");
  }

  /// The device takes what its browser offers as soon as it does.
  @Test
  void whoTakesWhatTheBrowserOffersInTheFieldComesInWithoutAButton() {
    var priya = chromium.as(kept, kept.shop.priya);
    new VirtualDevice(priya);
    go(priya, "/settings/you");
    press(priya, "Add a passkey");
    assertThat(priya.getByText("Saved. This passkey lets you in from now on.")).isVisible();
    forgetsWhoItIs(priya);

    go(priya, "/in?next=/promises");

    priya.waitForURL(kept.kept().url() + "/promises");
  }

  @Test
  void anOpenBrowserDoesNotLetAStrangerAddTheirs() {
    var priya = chromium.as(kept, kept.shop.priya);
    new VirtualDevice(priya);
    kept.clock.advance(Duration.ofMinutes(16));

    go(priya, "/settings/you");

    assertThat(priya.getByText("Add a passkey")).isHidden();
    assertThat(priya.getByText("Show that it is you")).isVisible();
    var asked = kept.as(kept.shop.priya);
    kept.clock.advance(Duration.ofMinutes(16));
    assertThat(asked.post("/settings/you/passkeys/challenge").statusCode()).isEqualTo(422);
  }

  @Test
  void whereTheyCannotWorkThePageSaysWhyAndOffersThePassword() {
    TestBrowser numbered = kept.stranger();

    assertThat(numbered.get("/in").body())
        .contains("open http://localhost", "Password")
        .doesNotContain("Use a passkey");
  }

  /// A virtual device answers at once whatever is offered, before anybody presses the button.
  private static void withoutOffers(Page page) {
    page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
  }

  /// On an empty page, since an open desk goes to the sign-in page by itself.
  private static void forgetsWhoItIs(Page page) {
    page.navigate("about:blank");
    page.context().clearCookies();
  }

  private void go(Page page, String path) {
    page.navigate(kept.kept().url() + path);
  }

  /// A page that still loads moves to the part it was asked for, and what is pressed with it.
  private static void press(Page page, String button) {
    page.waitForLoadState();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
