package kept.desk;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.Web;
import kept.platform.http.WebSettings;

/// Serves made-up pages through the real web edge, so that a real browser can judge them.
final class Gallery implements AutoCloseable {

  private record Shown(String template, Object page) {}

  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final Pages pages = Pages.built();
  final Assets assets = Assets.read();
  private final Web web;

  Gallery() {
    GalleryPages.hang(this);
    var settings = new WebSettings("127.0.0.1", 0, null, Set.of());
    web = Web.start(settings, pages, assets, (request, allowed) -> {}, List.of(this::addTo));
  }

  void add(String path, String template, Object page) {
    shown.put(path, new Shown(template, page));
  }

  /// Fragments are judged inside the pages that fetch them. `kept.gallery` narrows it to pages that
  /// begin like that.
  List<String> wholePages() {
    var fragments = Set.of(
        "promise/more.jte", "promise/new-time.jte", "settings/change.jte", "find/results.jte");
    return shown.entrySet().stream()
        .filter(entry -> !fragments.contains(entry.getValue().template))
        .map(Map.Entry::getKey)
        .filter(path -> path.startsWith(System.getProperty("kept.gallery", "/")))
        .toList();
  }

  String url(String path) {
    return "http://127.0.0.1:" + web.port() + path;
  }

  private void addTo(JavalinDefaultRoutingApi routes) {
    shown.forEach((path, each) ->
        routes.get(path, request -> pages.show(request, each.template, each.page), Public.ANYONE));
  }

  @Override
  public void close() {
    web.close();
  }
}
