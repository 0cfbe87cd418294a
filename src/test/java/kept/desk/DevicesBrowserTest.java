package kept.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import kept.Chromium;
import kept.TestKept;
import kept.TestShop;
import kept.platform.Id;
import kept.platform.push.PushAddress;
import kept.platform.push.PushService;
import kept.promises.PromiseState;
import kept.team.PushNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alarms on a device, in a real browser with its real worker. Only the company that carries pushes
/// is played by [PushService], which takes what a real one would and hands over what it decrypted.
class DevicesBrowserTest {
  private static final PushService service = new PushService();
  private static final TestKept kept = new TestKept(new TestShop(PushService.reach()));
  private static final Chromium chromium = Chromium.whole();

  private final PushAddress address = service.subscribe("phone-" + System.nanoTime());
  private BrowserContext context;
  private Page page;
  private DeviceWorker worker;

  @AfterAll
  static void close() {
    kept.close();
    service.close();
  }

  @BeforeEach
  void signIn() {
    context = chromium.profile(new Browser.NewContextOptions());
    var token = kept.rooms.sessions.start(kept.shop.priya, "Chrome on Android");
    context.addCookies(List.of(new Cookie("kept", token).setUrl(kept.at("/").toString())));
    context.addInitScript(playTheCarrier());
    page = context.newPage();
    worker = new DeviceWorker(page, kept.at("").toString());
  }

  @AfterEach
  void done() {
    context.close();
    kept.rooms.sessions.endAllOf(kept.shop.priya);
  }

  @Test
  void aDeviceIsAddedTriedAndRemoved() {
    context.grantPermissions(List.of("notifications"));
    page.navigate(kept.at("/settings/you").toString());

    page.locator("kept-device button").click();
    assertThat(page.locator("text=Alarms come to this device.")).isVisible();
    assertThat(page.locator("#devices-list")).containsText("Chrome on Linux");
    assertThat(page.locator("#devices-list")).containsText("no alarm yet");

    page.locator("text=Send a test alarm").click();
    assertThat(page.locator("#devices-list")).containsText("Delivered to its push service");
    worker.deliver(service.next().words());
    worker.waitFor("This is a test alarm");
    assertThat(worker.shown).hasSize(1);
    assertThat(page.locator("#devices-list")).containsText("Delivered and shown");

    page.locator("#devices-list >> text=Remove").click();
    assertThat(page.locator("#devices-list")).containsText("No device takes your alarms yet.");
  }

  @Test
  void whatStandsBelowDoesNotMoveWhenTheBrowserHasAnswered() {
    context.grantPermissions(List.of("notifications"));
    page.addInitScript("navigator.serviceWorker.getRegistration = () =>"
        + " new Promise((found) => (window.answer = found))");
    page.navigate(kept.at("/settings/you").toString());
    var below = page.locator("#devices-list");
    var before = below.boundingBox().y;

    page.evaluate("window.answer()");
    assertThat(page.locator("kept-device button")).isVisible();

    assertThat(below.boundingBox().y).isEqualTo(before);
  }

  @Test
  void anAlarmIsActedUponWithoutOpeningThePage() {
    subscribe();
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, ofHours(4));
    var path = "/promises/" + promise.id();
    var note = PushNote.of("40 min left: Swap the cracked TV", "Due 1 pm.", path, "p")
        .with(PushNote.Action.sends("Take it", path + "/keeper", "keeper=me", "It’s yours now."))
        .with(PushNote.Action.sends("Kept", path + "/keeping", "", "Kept."))
        .counting(2);
    kept.shop.database.useTransaction(tx -> kept.rooms.deliveries.queue(kept.rooms.pushes.to(
        kept.shop.priya, note, promise.id().value(), kept.shop.clock.instant())));
    kept.rooms.deliveries.wake();
    worker.deliver(service.next().words());
    worker.waitFor(note.title());

    worker.tap("0");
    worker.waitFor("It’s yours now.");
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.priya);

    worker.shown.clear();
    worker.deliver(note);
    worker.waitFor(note.title());
    worker.tap("1");
    worker.waitFor("Kept.");
    assertThat(kept.rooms.promises.get(promise.id()).state()).isEqualTo(PromiseState.KEPT);

    var lost = PushNote.Action.sends("Kept", "/promises/" + Id.fresh() + "/keeping", "");
    worker.shown.clear();
    worker.deliver(PushNote.of(note.title(), note.body(), path, "p").with(lost));
    worker.waitFor(note.title());
    worker.tap("0");
    worker.waitFor("Nothing was changed");
  }

  @Test
  void whatCannotBeReadStillSaysToLook() {
    subscribe();

    worker.deliver("not for us");

    worker.waitFor("Kept has something for you");
  }

  @Test
  void withoutASignalAPageSaysSoAndShowsNobody() {
    subscribe();
    page.reload();
    page.waitForFunction("() => navigator.serviceWorker.controller");

    context.setOffline(true);
    page.navigate(kept.at("/promises").toString());

    assertThat(page.locator("h1")).hasText("You’re offline.");
    assertThat(page.locator("body")).containsText("Promises are still counted");
    var cached = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname)))).flat().filter((path) => !path.startsWith('/static/'))");
    assertThat(cached).isEqualTo(List.of("/offline"));
    context.setOffline(false);
  }

  @Test
  void whoSaidNoIsToldHowToChangeTheirMind() {
    page.addInitScript(
        "Object.defineProperty(Notification, 'permission', { get: () => 'denied' })");
    page.navigate(kept.at("/settings/you").toString());

    assertThat(page.locator("text=keeps notifications from Kept back")).isVisible();
    assertThat(page.locator("kept-device button")).isHidden();
  }

  @Test
  void nobodyIsAskedBeforeTheyPressTheButton() {
    page.addInitScript(
        "Notification.requestPermission = () => { window.asked = true; return Promise.resolve('default'); }");
    page.navigate(kept.at("/settings/you").toString());
    assertThat(page.evaluate("window.asked")).isNull();

    page.locator("kept-device button").click();

    assertThat(page.evaluate("window.asked")).isEqualTo(true);
    assertThat(page.locator("kept-device button")).isVisible();
  }

  @Test
  void theDeskCanBeInstalled() {
    page.navigate(kept.at("/").toString());
    var devtools = context.newCDPSession(page);

    var manifest = devtools.send("Page.getAppManifest");
    var errors =
        devtools.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");

    assertThat(manifest.getAsJsonArray("errors")).isEmpty();
    assertThat(manifest.get("url").getAsString()).endsWith("/manifest.webmanifest");
    // A window that forgets everything cannot install anything; nothing else may be in the way.
    assertThat(errors)
        .allSatisfy(error -> assertThat(error.getAsJsonObject().get("errorId").getAsString())
            .isEqualTo("in-incognito"));
  }

  @Test
  void anAlarmFollowsToEveryPageUntilSomebodyTakesIt() {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, ofHours(4));
    kept.shop.change(kept.shop.edie, edie -> edie.withSecond(kept.shop.priya));
    page.navigate(kept.at("/").toString());
    var other = context.newPage();
    other.navigate(kept.at("/people").toString());
    assertThat(page).hasTitle("Today · Kept");

    kept.rooms.promises.atRisk(kept.shop.edie, promise.id(), "The van broke down");
    kept.rooms.alarms.wake();

    assertThat(page.locator("#alarms a")).containsText("Edie may not make");
    assertThat(page).hasTitle("(1) Today · Kept");
    assertThat(other).hasTitle("(1) People · Kept");
    page.navigate(kept.at("/c").toString());
    assertThat(page).hasTitle("(1) Conversations · Kept");
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("mark-unseen"));

    page.locator("#alarms >> text=Take it").click();

    assertThat(page.locator("#alarms > *")).hasCount(0);
    assertThat(page).hasTitle("Conversations · Kept");
    assertThat(other).hasTitle("People · Kept");
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.priya);
  }

  /// Chromium cannot reach its push service from here; everything else is its own.
  private String playTheCarrier() {
    return """
        (() => {
          let given = null;
          const address = { endpoint: "%s", keys: { p256dh: "%s", auth: "%s" } };
          PushManager.prototype.subscribe = async () => (given = { ...address, toJSON: () => address });
          PushManager.prototype.getSubscription = async () => given;
        })()
        """.formatted(address.endpoint(), address.p256dh(), address.auth());
  }

  private void subscribe() {
    context.grantPermissions(List.of("notifications"));
    page.navigate(kept.at("/settings/you").toString());
    page.locator("kept-device button").click();
    assertThat(page.locator("text=Alarms come to this device.")).isVisible();
  }
}
