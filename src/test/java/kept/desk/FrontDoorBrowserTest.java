package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kept.AxeRules;
import kept.Chromium;
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
  private Chromium chromium = new Chromium();
  private final List<String> complaints = new ArrayList<>();

  @AfterEach
  void close() {
    chromium.close();
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
    var page = chromium.as(
        kept,
        kept.shop.dana,
        Chromium.still().setJavaScriptEnabled(false).setViewportSize(390, 844));
    page.navigate(here());

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

  /// With a microphone that these switches of Chromium's make up.
  private Page page(String... switches) {
    chromium = Chromium.whole(switches);
    var page = chromium.as(kept, kept.shop.dana);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add(message.text());
    });
    page.navigate(here());
    return page;
  }

  private String here() {
    return kept.at("/front-door").toString();
  }
}
