package kept.desk;

import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;

/// The list of keys, for those whose browser runs no scripts.
public final class KeysPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;

  public KeysPages(Pages pages, Frames frames) {
    this.pages = pages;
    this.frames = frames;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/keys",
        request -> pages.show(
            request, "desk/keys.jte", new KeysPage(frames.around(request, "Keys", null))),
        Access.HELPER);
  }
}
