package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kept.AxeRules;
import kept.TestKept;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Greeting;
import kept.line.speech.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The front door in a real browser: a voice from Chromium's made-up microphone, keys alone, and no
/// scripts at all.
class FrontDoorBrowserTest {
  private final TestKept kept = new TestKept();
  private final FrontDoor door = kept.rooms.frontDoors.set(
      kept.shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));
  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final List<String> complaints = new ArrayList<>();

  @AfterEach
  void close() {
    playwright.close();
    kept.close();
  }

  @Test
  void aVoiceIsRecordedAndHeardAgain() throws Exception {
    var page = page("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    var recorder = page.locator("kept-recorder").first();

    recorder.locator("button").click();
    assertThat(recorder).containsText("Stop, 1 s");
    recorder.locator("button").click();

    assertThat(page.locator(".steps li").first()).containsText("rings meanwhile");
    var greeting = greeting();
    assertThat(greeting.length().toMillis()).isBetween(1_000L, 4_000L);
    assertThat(loudest(Wav.read(kept.rooms.greetings.read(greeting.file())))).isGreaterThan(1_000);
    page.locator("kept-sound button").first().click();
    page.waitForCondition(
        () -> (Boolean) page.evaluate("() => document.querySelector('audio').currentTime > 0.2"));
    assertThat(complaints).isEmpty();
    assertThat(AxeRules.brokenOn(page, "#door")).isEmpty();
  }

  @Test
  void whereTheMicrophoneIsForbiddenThePageSaysWhatToDo() {
    var page = page("--use-fake-device-for-media-stream", "--deny-permission-prompts");
    var recorder = page.locator("kept-recorder").first();

    recorder.locator("button").click();

    assertThat(recorder).containsText("Allow the microphone");
    assertThat(recorder.locator("button")).isEnabled();
  }

  @Test
  void theOrderIsChangedByKeysAlone() {
    var page = page();

    page.locator("button[value=turn]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".rota > li")).hasCount(4);
    assertThat(page.locator("button[value=turn]")).isFocused();
    var first = page.locator(".rota b").first().textContent();
    page.locator(".rota button[name=down]").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".rota b").nth(1)).hasText(first);
    page.locator("#delay-0").focus();
    page.locator("#delay-0").selectOption("20");
    assertThat(page.locator("h1")).containsText("When it’s busy, 26.");
    page.locator(".door__acts [data-kind=primary]").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator(".chip[data-tone=due]")).hasCount(0);
    assertThat(kept.rooms.frontDoors.get(door.id()).plan().waves()).hasSize(4);
  }

  @Test
  void aDraftIsMadeAndUsedWithoutScripts() {
    var page = browser()
        .newContext(new Browser.NewContextOptions()
            .setJavaScriptEnabled(false)
            // Where pages glide into each other, a click meanwhile meets neither.
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(390, 844))
        .newPage();
    signIn(page);

    page.locator("button[value=turn]").click();
    page.locator("#delay-0").selectOption("20");
    page.locator("form.delay button").first().click();
    assertThat(page.locator("h1")).containsText("When it’s busy, 26.");
    page.locator(".costbar form[action$=use] button").click();

    assertThat(page.locator(".costbar form[action$=use] button")).hasCount(0);
    assertThat(kept.rooms.frontDoors.get(door.id()).plan().waves()).hasSize(4);
  }

  private Greeting greeting() {
    var draft = kept.rooms.frontDoors.draft(door.id()).orElseThrow();
    return Objects.requireNonNull(draft.plan().greetings().open());
  }

  private static int loudest(short[] samples) {
    int loudest = 0;
    for (var sample : samples) loudest = Math.max(loudest, Math.abs(sample));
    return loudest;
  }

  private Page page(String... arguments) {
    var page = browser(arguments)
        .newContext(new Browser.NewContextOptions()
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1440, 900))
        .newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add(message.text());
    });
    signIn(page);
    return page;
  }

  private void signIn(Page page) {
    var token = kept.rooms.sessions.start(kept.shop.dana, "Chromium");
    page.context()
        .addCookies(List.of(new Cookie("kept", token).setUrl(kept.kept().url())));
    page.navigate(kept.kept().url() + "/front-door");
  }

  private Browser browser(String... arguments) {
    var all = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu"));
    all.addAll(List.of(arguments));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("kept.chromium", "/usr/bin/chromium")))
            .setArgs(all));
  }
}
