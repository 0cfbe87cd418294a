package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;

/// Find or do: one field for names, numbers, words that were said, and things to do.
public final class FindPages implements WebRoutes {
  private final Pages pages;
  private final Frames frames;
  private final Onlookers onlookers;
  private final Finding finding;

  public FindPages(Pages pages, Frames frames, Onlookers onlookers, Finding finding) {
    this.pages = pages;
    this.frames = frames;
    this.onlookers = onlookers;
    this.finding = finding;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/find", this::show, Access.HELPER);
  }

  private void show(Context request) {
    var asked = request.queryParam("q");
    var found = finding.find(onlookers.of(request), asked == null ? "" : asked);
    if (Htmx.asks(request)) pages.show(request, "find/results.jte", found);
    else
      pages.show(
          request,
          "desk/find.jte",
          new FindPage(frames.around(request, "Find or do", null), found));
  }
}
