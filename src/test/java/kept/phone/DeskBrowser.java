package kept.phone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kept.TestKept;
import kept.team.AgentId;

/// Chromium with somebody of the team signed in. For one thread.
final class DeskBrowser implements AutoCloseable {
  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright
      .chromium()
      .launch(new BrowserType.LaunchOptions()
          .setExecutablePath(Path.of(System.getProperty("kept.chromium", "/usr/bin/chromium")))
          .setArgs(List.of("--no-sandbox", "--disable-gpu")));

  /// Today, in a profile of its own.
  Page page(TestKept kept, AgentId agent) {
    var context = browser.newContext(new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(1440, 900));
    var token = kept.rooms.sessions.start(agent, "Chrome on Linux");
    context.addCookies(List.of(new Cookie("kept", token).setUrl(kept.at("/").toString())));
    var page = context.newPage();
    page.navigate(kept.at("/").toString());
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
