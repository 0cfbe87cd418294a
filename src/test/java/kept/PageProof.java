package kept;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.Web;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;

/// Shows made-up pages through the real web edge to a real browser and collects its complaints:
/// words on the console, things that stick out sideways, accessibility rules broken.
///
/// `-Dkept.pictures=true` leaves pictures of every width and theme in `target/pictures`, to be
/// seen beside the mock-ups; drawing takes longer than judging. Not for more than one thread.
public final class PageProof implements AutoCloseable {

  private static final int NARROWEST = 320;
  private static final List<Integer> WIDTHS = List.of(1440, 820, 390, NARROWEST);
  private static final Path PICTURES = Path.of("target", "pictures");
  /// Whoever wants no motion sees no colour on its way to another.
  private static final String CROSSES =
      "document.getAnimations().some((each) => each instanceof CSSTransition)";
  private static final boolean DRAWN = Boolean.getBoolean("kept.pictures");

  private record Shown(String template, Object page) {}

  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final Assets assets = Assets.read();
  private final Pages pages = Pages.built();
  private final boolean whole;
  private final Web web;
  private final Chromium chromium = new Chromium();

  /// `whole` pictures a page from top to bottom, for pages that scroll as one.
  public PageProof(boolean whole, Hanging hanging) {
    this(whole, hanging, routes -> {});
  }

  /// With routes that answer what the pages ask for while they are open.
  public PageProof(boolean whole, Hanging hanging, WebRoutes answers) {
    this.whole = whole;
    hanging.hang(assets, (path, template, page) -> shown.put(path, new Shown(template, page)));
    var settings = new WebSettings("127.0.0.1", 0, null, Set.of());
    web =
        Web.start(settings, pages, assets, (request, allowed) -> {}, List.of(answers, this::addTo));
  }

  /// Hangs pages on the wall, each at a path.
  public interface Hanging {
    void hang(Assets assets, Nail nail);
  }

  public interface Nail {
    void hang(String path, String template, Object page);
  }

  public Assets assets() {
    return assets;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + web.port() + path;
  }

  /// A fresh profile of the browser, closed by whoever asked for it.
  public BrowserContext browser() {
    return chromium.profile(Chromium.still());
  }

  /// A browser without scripts, as on a customer's oldest phone.
  public Page withoutScripts() {
    return chromium
        .profile(Chromium.still().setJavaScriptEnabled(false).setViewportSize(390, 844))
        .newPage();
  }

  /// Looks at the first page of each template where there is least room, at 320 px, and asks the
  /// rules of it at the desk by day, or on the phone by night. The others show the same in more
  /// states: whoever draws them, or names them, looks at all.
  public List<String> complaints() {
    var complaints = new ArrayList<String>();
    // `-Dkept.gallery=/today` looks at those pages, `-Dkept.gallery=/` at all of them.
    var only = System.getProperty("kept.gallery");
    var thorough = DRAWN || only != null;
    var seen = new HashSet<String>();
    // One page for all, so that styles, scripts and fonts are fetched once.
    try (var context = browser();
        var page = context.newPage()) {
      page.onConsoleMessage(message -> {
        if (!message.type().equals("log"))
          complaints.add(page.url() + " console: " + message.text());
      });
      page.onPageError(error -> complaints.add(page.url() + " error: " + error));
      for (var each : shown.entrySet()) {
        if (only != null && !each.getKey().startsWith(only)) continue;
        var template = each.getValue().template;
        if (!seen.add(template) && !thorough) continue;
        boolean byDay = template.hashCode() % 2 == 0;
        var rules = new Judged(
            thorough || byDay, thorough || !byDay, thorough ? WIDTHS : List.of(NARROWEST));
        show(page, each.getKey(), rules, complaints);
      }
    }
    return complaints;
  }

  /// By which light the rules are asked, and at which widths nothing may stick out.
  private record Judged(boolean byDay, boolean byNight, List<Integer> widths) {}

  private void addTo(JavalinDefaultRoutingApi routes) {
    shown.forEach((path, each) ->
        routes.get(path, request -> pages.show(request, each.template, each.page), Public.ANYONE));
  }

  private void show(Page page, String path, Judged rules, List<String> complaints) {
    page.navigate(url(path));
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      if ((Boolean) page.evaluate(CROSSES)) complaints.add(path + " crosses over to " + scheme);
      for (var width : WIDTHS) look(page, new View(path, width, scheme, rules), complaints);
    }
  }

  private record View(String path, int width, ColorScheme scheme, Judged rules) {

    /// The rules are asked at the desk by day and on the phone by night.
    boolean judged() {
      return scheme == ColorScheme.LIGHT
          ? rules.byDay && width == 1440
          : rules.byNight && width == 390;
    }

    /// Where things stand does not depend on the theme.
    boolean measured() {
      return judged() || scheme == ColorScheme.LIGHT && rules.widths.contains(width);
    }

    String name() {
      var theme = scheme == ColorScheme.DARK ? "-dark" : "";
      return path.substring(1).replace('/', '-') + "-" + width + theme + ".png";
    }
  }

  private void look(Page page, View view, List<String> complaints) {
    if (!view.measured() && !DRAWN) return;
    // `-Dkept.height=2400` also shows what lies further down.
    page.setViewportSize(
        view.width, Integer.getInteger("kept.height", view.width < 500 ? 844 : 900));
    // Lengths of the viewport follow a frame after its change, and letters arrive.
    page.evaluate("""
        async () => {
          await document.fonts.ready;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """);
    var found = sidewaysOn(page);
    if (view.judged()) found.addAll(AxeRules.brokenOn(page, "html"));
    found.forEach(each -> complaints.add(view.name() + " " + each));
    if (DRAWN) {
      var picture = PICTURES.resolve(view.name());
      page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(whole));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> sidewaysOn(Page page) {
    return (List<String>) page.evaluate("""
        () => {
          const wide = [];
          const hidden = (el) => el.closest(".sr, [hidden], .clip, .topics, svg");
          for (const el of document.querySelectorAll("body *")) {
            const box = el.getBoundingClientRect();
            if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !hidden(el) && el.checkVisibility({ visibilityProperty: true }) && !el.matches(".skip"))
              wide.push("too wide: " + el.tagName + "." + el.className + " " + box.left + " " + box.right);
          }
          for (const el of document.querySelectorAll("html, .sheet, .thread, .context, .list, .composer, .scroll")) {
            if (el.scrollWidth > el.clientWidth + 1) wide.push(el.tagName + "." + el.className + " scrolls sideways");
          }
          return wide.slice(0, 5);
        }
        """);
  }

  @Override
  public void close() {
    chromium.close();
    web.close();
  }
}
