package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.CodeProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodePagesTest {
  private static final String PASSWORD = "kettle under the stairs";
  private static final Pattern RECOVERY = Pattern.compile("<b>([a-z0-9]{5}-[a-z0-9]{5})</b>");

  private final TestKept kept = new TestKept();
  private final TestBrowser browser = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void asksForTheCodeAfterThePassword() {
    var recovery = addedCodeApp();

    var half = signIn();
    assertThat(TestBrowser.leadsTo(half)).isEqualTo("/in/code?next=%2Fpromises");
    assertThat(browser.cookies()).doesNotContainKey("kept");
    assertThat(browser.get("/settings/you").statusCode()).isEqualTo(303);

    var wrong = browser.post("/in/code", "code", "000000", "next", "/promises");
    assertThat(wrong.statusCode()).isEqualTo(422);
    var right = browser.post("/in/code", "code", recovery, "next", "/promises");
    assertThat(TestBrowser.leadsTo(right)).isEqualTo("/promises");
    assertThat(browser.get("/settings/you").body()).contains("9 of 10 recovery codes are left");
  }

  @Test
  void asksNobodyWhoDidNotShowTheFirstHalf() {
    addedCodeApp();

    assertThat(TestBrowser.leadsTo(kept.stranger().get("/in/code"))).isEqualTo("/in");
    assertThat(TestBrowser.leadsTo(kept.stranger().post("/in/code", "code", "123456")))
        .isEqualTo("/in");
    assertThat(kept.stranger()
            .with("kept_half", "made-up")
            .post("/in/code", "code", "1")
            .statusCode())
        .isEqualTo(422);
  }

  @Test
  void thePasswordAloneChangesNothingAboutComingIn() {
    var recovery = addedCodeApp();
    signIn();
    browser.post("/in/code", "code", recovery);
    kept.clock.advance(Duration.ofMinutes(16));

    var changed = browser.post(
        "/settings/you/way-in",
        "email",
        "mallory@example.com",
        "present",
        PASSWORD,
        "password",
        "");

    assertThat(changed.statusCode()).isEqualTo(422);
    assertThat(kept.rooms.team.get(kept.shop.dana).email()).isEqualTo("dana@example.com");
  }

  @Test
  void theOwnerLockedOutComesBackByTheMachineItself() {
    addedCodeApp();
    var link = kept.rooms.invitations.wayBack(null, kept.shop.dana);
    assertThat(kept.stranger().post(link, "password", "teapot on the sill").statusCode())
        .isEqualTo(303);

    var came = browser.post("/in", "email", "dana@example.com", "password", "teapot on the sill");

    assertThat(TestBrowser.leadsTo(came)).isEqualTo("/");
  }

  private java.net.http.HttpResponse<String> signIn() {
    return browser.post(
        "/in", "email", "dana@example.com", "password", PASSWORD, "next", "/promises");
  }

  /// Dana's, with the first of her recovery codes.
  private String addedCodeApp() {
    var dana = kept.stranger();
    dana.post(kept.rooms.invitations.wayBack(null, kept.shop.dana), "password", PASSWORD);
    dana.post("/settings/you/code-app");
    assertThat(dana.get("/settings/you/code-app").body()).contains("<svg class=\"qr\"");
    var code = CodeProbe.shownNow(kept.rooms, kept.shop.dana);
    var codes = RECOVERY.matcher(
        dana.post("/settings/you/code-app/confirmation", "code", code).body());
    assertThat(codes.find()).isTrue();
    return codes.group(1);
  }
}
