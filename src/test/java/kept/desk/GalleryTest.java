package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page, with none, some and fifty things on it, in a real browser: nothing is said on its
/// console, nothing
/// sticks out sideways, the accessibility rules find nothing. The pictures stay in
/// `target/pictures` to be looked at.
class GalleryTest {

  private static final List<Integer> WIDTHS = List.of(1440, 820, 390, 320);
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Gallery gallery;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
    gallery = new Gallery();
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getProperty("kept.chromium", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    gallery.close();
  }

  @Test
  void everyPageHoldsUpAtEveryWidthInBothThemes() {
    var complaints = new ArrayList<String>();
    for (var path : gallery.wholePages()) complaints.addAll(complaintsAbout(path));

    assertThat(complaints).isEmpty();
  }

  private static List<String> complaintsAbout(String path) {
    var complaints = new ArrayList<String>();
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      var options = new Browser.NewContextOptions()
          .setReducedMotion(ReducedMotion.REDUCE)
          .setColorScheme(scheme);
      try (var context = browser.newContext(options)) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
          if (!message.type().equals("log")) complaints.add(path + " console: " + message.text());
        });
        page.onPageError(error -> complaints.add(path + " error: " + error));
        page.navigate(gallery.url(path));
        for (var width : WIDTHS) look(page, path, width, scheme, complaints);
      }
    }
    return complaints;
  }

  /// A page is loaded once and then resized, as somebody who turns a tablet would. The rules are
  /// asked once a theme;
  /// crowded and empty pages are drawn only where they are judged.
  private static void look(
      Page page, String path, int width, ColorScheme scheme, List<String> complaints) {
    page.setViewportSize(width, width < 500 ? 844 : 900);
    sidewaysOn(page).forEach(each -> complaints.add(path + "@" + width + " too wide: " + each));
    var judged = scheme == ColorScheme.LIGHT ? width == 1440 : width == 390;
    if (judged)
      rulesBrokenOn(page).forEach(each -> complaints.add(path + "@" + width + " " + each));
    if (judged || !path.contains("-")) picture(page, path, width, scheme);
  }

  @SuppressWarnings("unchecked")
  private static List<String> sidewaysOn(Page page) {
    return (List<String>) page.evaluate("""
        () => {
          const wide = [];
          const hidden = (el) => el.closest(".sr, [hidden], .clip, .topics, svg");
          for (const el of document.querySelectorAll("body *")) {
            const box = el.getBoundingClientRect();
            if (box.width && box.right > innerWidth + 1 && !hidden(el)) wide.push(el.tagName + "." + el.className + " " + box.right);
          }
          for (const el of document.querySelectorAll("html, .sheet")) {
            if (el.scrollWidth > el.clientWidth + 1) wide.push(el.tagName + " scrolls sideways");
          }
          return wide.slice(0, 5);
        }
        """);
  }

  private static List<String> rulesBrokenOn(Page page) {
    var results = new AxeBuilder(page).analyze();
    return results.getViolations().stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
            + rule.getNodes().getFirst().getHtml())
        .toList();
  }

  private static void picture(Page page, String path, int width, ColorScheme scheme) {
    var name = path.substring(1).replace('/', '-') + "-" + width
        + (scheme == ColorScheme.DARK ? "-dark" : "");
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
