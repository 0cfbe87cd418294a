package kept;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kept.team.AgentId;

/// Debian's own browser, without a window. It starts once for all tests of a process and ends with
/// it; each test has profiles of its own, gone when it closes. For one thread.
///
/// Most tests need pages and nothing around them: Chromium's headless shell, where it is
/// installed, shows the same for half the work.
public final class Chromium implements AutoCloseable {
  static {
    // Both cores may be busy with other tests.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static final Playwright PLAYWRIGHT = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final Path WHOLE = Path.of("/usr/bin/chromium");
  private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
  private static final Map<List<String>, Browser> RUNNING = new HashMap<>();

  private final Browser browser;
  private final List<BrowserContext> profiles = new ArrayList<>();

  public Chromium() {
    this(Files.isExecutable(SHELL) ? SHELL : WHOLE);
  }

  private Chromium(Path program, String... switches) {
    var line = Stream.concat(Stream.of(program.toString()), Stream.of(switches)).toList();
    browser = RUNNING.compute(
        line, (same, running) -> running != null && running.isConnected() ? running : launch(same));
  }

  /// The whole browser, which also asks before it gives a microphone or shows notifications.
  /// `switches` are Chromium's, beside those of every test.
  public static Chromium whole(String... switches) {
    return new Chromium(WHOLE, switches);
  }

  private static Browser launch(List<String> line) {
    var switches =
        Stream.concat(Stream.of("--no-sandbox", "--disable-gpu"), line.stream().skip(1));
    return PLAYWRIGHT
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(line.getFirst()))
            .setArgs(switches.toList()));
  }

  /// On a desk, and nothing moves: what moves cannot be clicked.
  public static Browser.NewContextOptions still() {
    return new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(1440, 900);
  }

  public BrowserContext profile(Browser.NewContextOptions options) {
    var profile = browser.newContext(options);
    profiles.add(profile);
    return profile;
  }

  /// A page in a profile of its own, in which nobody is signed in.
  public Page stranger() {
    return profile(still()).newPage();
  }

  public Page as(TestKept kept, AgentId agent) {
    return as(kept, agent, still());
  }

  public Page as(TestKept kept, AgentId agent, Browser.NewContextOptions options) {
    var profile = profile(options);
    var token = kept.rooms.sessions.start(agent, "Chrome on Linux");
    for (var address : List.of(kept.kept().url(), kept.at("/").toString()))
      profile.addCookies(List.of(new Cookie("kept", token).setUrl(address)));
    return profile.newPage();
  }

  /// In a browser that runs no script.
  public Page withoutScripts(TestKept kept, AgentId agent) {
    return as(kept, agent, still().setJavaScriptEnabled(false));
  }

  @Override
  public void close() {
    profiles.forEach(BrowserContext::close);
    profiles.clear();
  }
}
