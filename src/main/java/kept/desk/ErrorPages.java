package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.ErrorFrame;
import kept.platform.http.ErrorPage;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.TeamGuard;

/// What could not be answered, said to somebody of the team with their desk around it, and to a
/// stranger with the door to it. A customer whose address is wrong has no use for that door.
public final class ErrorPages implements WebRoutes, ErrorFrame {
  private static final ErrorPage.Way TODAY = new ErrorPage.Way("Back to today", "/");
  private static final ErrorPage.Way DOOR = new ErrorPage.Way("Sign in", "/in");

  private final Pages pages;
  private final Frames frames;
  private final TeamGuard guard;

  /// An error in the frame of whoever met it.
  public record Framed(Frame frame, ErrorPage error) {}

  public ErrorPages(Pages pages, Frames frames, TeamGuard guard) {
    this.pages = pages;
    this.frames = frames;
    this.guard = guard;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(this::announce);
  }

  @Override
  public void show(Context request, ErrorPage error) {
    if (guard.knows(request)) {
      var frame = frames.around(request, error.title(), null);
      pages.show(request, "desk/error.jte", new Framed(frame, error.to(TODAY)));
    } else {
      var path = request.path();
      var forCustomers = path.startsWith("/p/") || path.startsWith("/book/");
      pages.show(request, "layout/error.jte", forCustomers ? error : error.to(DOOR));
    }
  }
}
