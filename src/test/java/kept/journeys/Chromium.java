package kept.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kept.TestKept;
import kept.team.AgentId;

/// Debian's own browser, without a window.
final class Chromium implements AutoCloseable {
  static {
    // Both cores may be busy with other tests.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright
      .chromium()
      .launch(new BrowserType.LaunchOptions()
          .setExecutablePath(Path.of(System.getProperty("kept.chromium", "/usr/bin/chromium")))
          .setArgs(List.of("--no-sandbox", "--disable-gpu")));

  /// A page in a browser of its own, in which nobody is signed in.
  Page stranger() {
    return browser.newContext(still()).newPage();
  }

  Page as(TestKept kept, AgentId agent) {
    return signedIn(stranger(), kept, agent);
  }

  /// In a browser that runs no script.
  Page withoutScripts(TestKept kept, AgentId agent) {
    return signedIn(browser.newContext(still().setJavaScriptEnabled(false)).newPage(), kept, agent);
  }

  /// On a desk, and nothing moves: what moves cannot be clicked.
  private static Browser.NewContextOptions still() {
    return new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(1440, 900);
  }

  private static Page signedIn(Page page, TestKept kept, AgentId agent) {
    var token = kept.rooms.sessions.start(agent, "Chromium");
    page.context()
        .addCookies(List.of(new Cookie("kept", token).setUrl(kept.kept().url())));
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
