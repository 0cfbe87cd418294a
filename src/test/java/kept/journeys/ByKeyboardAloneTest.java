package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import kept.Chromium;
import kept.TestKept;
import kept.TestShop;
import kept.conversations.Which;
import kept.promises.Promise;
import kept.team.Newcomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The story without a mouse: Tab, Enter, Space, arrows and the short ways, with the focus in sight
/// all the time.
class ByKeyboardAloneTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/p/\\S+");
  private static final String PASSWORD = "kettle under the sink";

  private final Mailbox post = new Mailbox();
  private final TestShop shop = new TestShop();
  private final TestKept kept = new TestKept(shop, post.url());
  private final Chromium chromium = new Chromium();
  private final Page priyas = chromium.stranger();
  private final Page chucks = chromium.stranger();
  private final Keyboard priya = new Keyboard(priyas);
  private final Keyboard chuck = new Keyboard(chucks);

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
    post.close();
  }

  @Test
  void theStoryIsFinished() throws Exception {
    priyaSignsIn();
    chuckWrites("chuck-1", "Chuck Alvarez <chuck@example.com>", "Cracked TV");
    chuckIsAnswered();
    priyaKeepsHerPromise();
    chuckSaysNotYet();
    priyaAsks();
    chuckSaysSorted();

    assertThat(promise().state().name()).isEqualTo("KEPT");
    assertThat(kept.rooms.conversations.get(promise().conversation()).confirmedAt())
        .isNotNull();
  }

  @Test
  void aPartThatIsFetchedAgainKeepsThePlace() throws Exception {
    priyaSignsIn();
    chuckWrites("chuck-1", "Chuck Alvarez <chuck@example.com>", "Cracked TV");
    var answer =
        priyas.locator(".wait", new Page.LocatorOptions().setHasText("Chuck")).locator("a");
    assertThat(answer).isVisible();
    priya.press("ArrowDown").to(answer);

    chuckWrites("rosa-1", "Rosa Delgado <rosa@example.com>", "Quote for a washer");

    assertThat(priyas.locator(".wait")).hasCount(2);
    assertThat(answer).isFocused();
    priya.press("Enter");
    priyas.waitForURL(Pattern.compile(".*/c/.*"));
  }

  private void priyaSignsIn() {
    var link = kept.rooms.invitations.wayBack(shop.dana, shop.priya).replace("/join/", "");
    kept.rooms.invitations.accept(
        link,
        new Newcomer(
            "Priya Nair", "priya@example.com", kept.rooms.signIn.choose(PASSWORD, "", "")));
    priyas.navigate(at("/"));
    priya.to(priyas.locator("summary:has-text('Use a password')")).press("Enter");
    priya.to(priyas.locator("details input[name=email]")).write("priya@example.com");
    priya.to(priyas.locator("details input[name=password]")).write(PASSWORD).press("Enter");
    assertThat(priyas.locator(".today")).isVisible();
  }

  private void chuckIsAnswered() {
    assertThat(priyas.locator(".wait").first()).containsText("Chuck Alvarez");
    priya.press("1");
    var words = priyas.locator(".composer textarea.body");
    assertThat(words).isVisible();
    priya.press("r").seen().write("Chuck, that's our fault. We swap it today.");
    assertThat(words).hasValue("Chuck, that's our fault. We swap it today.");

    priya.to(priyas.locator("#promise-part > summary")).press("Enter");
    priya.to(priyas.locator("#promise-what")).write("Swap the cracked 42-inch TV");
    priya.to(chosen("promise_when")).press("ArrowDown").seen().press("ArrowUp").seen();
    priya.to(priyas.locator("#promise-keeper")).write("Priya");
    priya.to(priyas.locator(".part:has(textarea[name=understood]) > summary")).press("Space");
    priya.to(priyas.locator("input[name=recap]"));
    if (!priyas.locator("input[name=recap]").isChecked()) priya.press("Space").seen();
    priya.to(priyas.locator("#understood")).write("The 42-inch came with a cracked corner.");
    priya.press("Control+Enter");
    assertThat(priyas.locator(".pinned").first()).containsText("Swap the cracked 42-inch TV");
  }

  private void priyaKeepsHerPromise() {
    priya.press("g", "p");
    assertThat(priyas.locator(".prow").first()).containsText("Swap the cracked 42-inch TV");
    priya.press("ArrowDown").seen();
    priya.to(priyas.locator("#keep-" + promise().id())).press("Enter");
    assertThat(priyas.locator(".prow[data-kept]")).hasCount(1);
    priya.seen();
  }

  private void chuckSaysNotYet() throws InterruptedException {
    chucks.navigate(linkIn("Swap the cracked"));
    chuck.to(chucks.locator("form[action$='/not-yet'] button")).press("Enter");
    chucks.waitForURL("**/not-yet#sorted");
    chuck.to(chucks.locator("input[name=problem]").first()).press("Space").seen();
    chuck.press("ArrowDown").seen().press("ArrowUp").seen();
    chuck.to(chucks.locator("textarea[name=words]")).write("The remote is missing.");
    chuck.to(chucks.locator("form[action$='/not-yet'] button")).press("Enter");
    assertThat(chucks.locator(".ask")).containsText("has it");
  }

  private void priyaAsks() {
    priya.press("g", "t");
    assertThat(priyas.locator(".wait").first()).containsText("Chuck Alvarez");
    priya.press("1");
    assertThat(priyas.locator(".flow")).containsText("The remote is missing.");
    priya.press("r").seen().write("Sorry, Chuck. Tomás just dropped the remote off.");
    priya.to(priyas.locator(".composer button[value=ask]")).press("Enter");
    assertThat(priyas.locator(".flow")).containsText("dropped the remote off");
  }

  private void chuckSaysSorted() throws InterruptedException {
    chucks.navigate(linkIn("dropped the remote off"));
    chuck.to(chucks.locator("form[action$='/sorted'] button").first()).press("Enter");
    assertThat(chucks.locator(".ask")).containsText("Thanks, Chuck");
    chuck.to(chucks.locator("textarea[name=words]")).write("Thank Tomás for the stairs!");
    chuck.to(chucks.locator("form:has(textarea) button")).press("Enter");
    assertThat(chucks.locator(".ask")).containsText("Thank Tomás for the stairs!");
  }

  private void chuckWrites(String id, String from, String subject) throws Exception {
    try (var client = new SmtpClient(kept.kept().smtpPort())) {
      var letter = "From: " + from + "\nTo: hello@marlow.example.com\nSubject: " + subject
          + "\nMessage-ID: <" + id + "@example.com>\n\nIt came with a cracked corner.\n";
      assertThat(client.send("chuck@example.com", "hello@marlow.example.com", letter))
          .isTrue();
    }
  }

  /// Where Tab comes to in a group of radio buttons.
  private Locator chosen(String name) {
    return priyas.locator("input[name=" + name + "]:checked");
  }

  private String linkIn(String words) throws InterruptedException {
    var mail = post.latest(
        "chuck@example.com",
        letter -> letter.words().contains(words) && LINK.matcher(letter.words()).find());
    return LINK.matcher(mail.words()).results().findFirst().orElseThrow().group();
  }

  private Promise promise() {
    var conversation = kept.rooms
        .conversations
        .list(new Which(null, null, null, null), null, 1)
        .getFirst()
        .conversation();
    return kept.rooms.promises.in(List.of(conversation.id())).stream()
        .filter(promise -> promise.what().startsWith("Swap"))
        .findFirst()
        .orElseThrow();
  }

  private String at(String path) {
    return kept.kept().url() + path;
  }
}
