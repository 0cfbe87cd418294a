package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.NotFound;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;

/// What makes the desk an app that can be installed: its manifest, its worker, and the page for
/// when there is no network. None of it knows a customer.
public final class AppRoutes implements WebRoutes {
  private final Pages pages;
  private final Assets assets;

  public AppRoutes(Pages pages, Assets assets) {
    this.pages = pages;
    this.assets = assets;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/manifest.webmanifest", request -> hand(request, "kept.webmanifest"), Public.ANYONE);
    // At the root, since a worker rules over its own folder only.
    routes.get("/sw.js", request -> hand(request, "js/sw.js"), Public.ANYONE);
    routes.get(
        "/offline", request -> pages.show(request, "desk/offline.jte", assets), Public.ANYONE);
  }

  private void hand(Context request, String file) {
    var asset = assets.find("/static/" + file);
    asset.orElseThrow(() -> new NotFound("There is nothing at this address.")).answer(request);
  }
}
