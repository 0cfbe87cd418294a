package kept.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kept.Chromium;
import kept.TestKept;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.conversations.Which;
import kept.promises.Alarm;
import kept.promises.Promise;
import kept.promises.Step;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The story that Kept exists for, going right: one letter, one promise with a clock, every alarm
/// in its order, and the customer's own word at the end. Real mail, real browsers.
class ChucksStoryTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/p/\\S+");

  private final Mailbox post = new Mailbox();
  private final TestShop shop = new TestShop();
  private final TestKept kept = new TestKept(shop, post.url());
  private final Chromium chromium = new Chromium();

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
    post.close();
  }

  @Test
  void goesRightThisTime() throws Exception {
    var priya = chromium.as(kept, shop.priya);
    priya.navigate(at("/"));
    chuckWrites("My 42-inch TV came with a cracked corner. Family comes on Thursday.");

    assertThat(priya.getByText("Chuck Alvarez").first()).isVisible();
    priya.locator("a:has-text('Answer')").first().click();
    priyaPromisesTheSwap(priya);

    var chuck = chromium.stranger();
    chuck.navigate(linkInHisRecap());
    assertThat(chuck.getByRole(AriaRole.HEADING).first())
        .containsText("We’ll swap the cracked 42-inch TV");
    assertThat(chuck.getByRole(AriaRole.HEADING, named("Is it sorted?"))).isVisible();

    everyoneHearsInOrder();
    tomasKeepsIt();
    chuckSaysNotYet(chuck);
    priyaAsksAndChuckSaysSorted(priya, chuck);

    priya.navigate(at("/c/" + conversation().id()));
    var context = priya.locator(".context");
    assertThat(context).containsText("What it’s cost");
    assertThat(kept.rooms.efforts.costOf(conversation().id()).reopened()).isEqualTo(1);
    assertThat(kept.rooms.efforts.costOf(conversation().id()).contacts()).isEqualTo(1);
  }

  private void chuckWrites(String words) throws Exception {
    try (var client = new SmtpClient(kept.kept().smtpPort())) {
      var letter =
          "From: Chuck Alvarez <chuck@example.com>\nTo: hello@marlow.example.com\nSubject: Cracked TV\n"
              + "Message-ID: <chuck-1@example.com>\n\n" + words + "\n";
      assertThat(client.send("chuck@example.com", "hello@marlow.example.com", letter))
          .isTrue();
    }
  }

  /// Due in four hours, kept by Tomás, with a recap; all of it in one go.
  private void priyaPromisesTheSwap(Page priya) {
    priya
        .locator(".composer textarea.body")
        .fill("Chuck, that's our fault. Tomás swaps it today by 1:00.");
    priya.locator("#promise-part > summary").click();
    priya.locator("#promise-what").fill("Swap the cracked 42-inch TV");
    priya.locator("label:has(input[name=promise_when][value=other])").click();
    priya.locator("input[name=promise_due]").fill("2026-11-24T13:00");
    priya.locator("#promise-keeper").selectOption(shop.tomas.toString());
    priya.locator("#promise-kind").selectOption("replacement");
    priya.locator(".part:has(textarea[name=understood]) > summary").click();
    priya.locator("textarea[name=understood]").fill("The 42-inch came with a cracked corner.");
    priya.locator(".composer button[value=send]").click();
    assertThat(priya.locator(".pinned").first()).containsText("Swap the cracked 42-inch TV");
  }

  private String linkInHisRecap() throws InterruptedException {
    var recap =
        post.latest("chuck@example.com", mail -> LINK.matcher(mail.words()).find());
    assertThat(recap.headers().inReplyTo()).containsExactly("chuck-1@example.com");
    return linkIn(recap.words());
  }

  private void everyoneHearsInOrder() throws InterruptedException {
    hears(Step.NUDGE, Duration.ofHours(3), shop.tomas);
    kept.rooms.promises.atRisk(shop.tomas, promise().id(), "The van is late");
    hears(Step.SECOND, Duration.ZERO, shop.edie);
    hears(Step.OWNER, Duration.ofMinutes(50), shop.dana);
    hears(Step.BROKEN, Duration.ofMinutes(10), shop.tomas, shop.dana);
    var dana = chromium.as(kept, shop.dana);
    dana.navigate(at("/"));
    assertThat(dana.locator(".prow[data-alarm]").first())
        .containsText("Swap the cracked 42-inch TV");
    post.latest("dana@example.com", mail -> mail.headers().subject().contains("broke"));
  }

  private void hears(Step step, Duration later, AgentId... who) throws InterruptedException {
    shop.clock.advance(later);
    kept.kept().clockMoved();
    for (int i = 0; i < 500 && fired(step).isEmpty(); i++) TimeUnit.MILLISECONDS.sleep(10);
    assertThat(fired(step)).hasSize(1);
    assertThat(fired(step).getFirst().told()).extracting(Alarm.Told::agent).containsOnly(who);
  }

  private void tomasKeepsIt() {
    var tomas = chromium.as(kept, shop.tomas);
    tomas.navigate(at("/"));
    tomas.locator("#keep-" + promise().id()).click();
    assertThat(tomas.locator(".prow[data-alarm]")).hasCount(0);
    assertThat(promise().brokenAt()).isEqualTo(promise().dueAt());
  }

  private void chuckSaysNotYet(Page chuck) throws InterruptedException {
    chuck.reload();
    assertThat(chuck.locator("main")).containsText("late");
    chuck.getByRole(AriaRole.BUTTON, named("Not yet, something’s wrong")).click();
    chuck.locator("label:has(input[name=problem])").first().click();
    chuck.locator("textarea[name=words]").fill("The remote is missing.");
    chuck.getByRole(AriaRole.BUTTON, named("Tell us")).click();
    assertThat(chuck.locator(".ask")).containsText("Priya has it");
    post.latest("priya@example.com", mail -> mail.headers().subject().contains("not sorted"));
  }

  private void priyaAsksAndChuckSaysSorted(Page priya, Page chuck) throws InterruptedException {
    priya.navigate(at("/c/" + conversation().id()));
    assertThat(priya.locator(".flow")).containsText("The remote is missing.");
    priya
        .locator(".composer textarea.body")
        .fill("Sorry, Chuck. Tomás just dropped the remote off.");
    priya.locator(".composer button[value=ask]").click();
    assertThat(priya.locator(".flow")).containsText("dropped the remote off");
    var question =
        post.latest("chuck@example.com", mail -> mail.words().contains("dropped the remote off"));
    chuck.navigate(linkIn(question.words()));
    chuck.locator("form[action$='/sorted'] button").first().click();
    assertThat(chuck.locator(".ask")).containsText("Thanks, Chuck");
    assertThat(conversation().confirmedAt()).isNotNull();
  }

  private Conversation conversation() {
    return kept.rooms
        .conversations
        .list(new Which(null, null, null, null), null, 1)
        .getFirst()
        .conversation();
  }

  private Promise promise() {
    return kept.rooms.promises.in(List.of(conversation().id())).stream()
        .filter(promise -> promise.what().startsWith("Swap"))
        .findFirst()
        .orElseThrow();
  }

  private List<Alarm> fired(Step step) {
    return kept.rooms.alarms.of(promise().id()).stream()
        .filter(alarm -> alarm.step() == step && alarm.firedAt() != null)
        .toList();
  }

  private String at(String path) {
    return kept.kept().url() + path;
  }

  private static String linkIn(String words) {
    Matcher match = LINK.matcher(words);
    assertThat(match.find()).isTrue();
    return match.group();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
