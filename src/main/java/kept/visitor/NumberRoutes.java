package kept.visitor;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.frontdoor.Bookings;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import org.jspecify.annotations.Nullable;

/// Another number to be rung on, for whoever has the link to a call of ours. It proves nothing and
/// is taken for nothing more: for this one call we ring there.
public final class NumberRoutes implements WebRoutes {
  private static final String NUMBER = "/book/{token}/number";

  private final Pages pages;
  private final Assets assets;
  private final BookingRoutes.Doors doors;
  private final BookingLimits limits;
  private final BookingDoor door;

  NumberRoutes(Pages pages, Assets assets, BookingRoutes.Doors doors, BookingLimits limits) {
    this.pages = pages;
    this.assets = assets;
    this.doors = doors;
    this.limits = limits;
    this.door = new BookingDoor(pages, assets, doors);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(NUMBER, this::ask, Public.ANYONE);
    routes.post(NUMBER, this::change, Public.ANYONE);
  }

  private void ask(Context request) {
    door.through(request, link -> show(request, link, "", null));
  }

  private void change(Context request) {
    door.through(request, link -> {
      var typed = VisitorRoutes.text(request, "number");
      var number = door.number(typed);
      if (number.isEmpty()) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, link, typed, "Enter a number people can ring back.");
        return;
      }
      limits.takeChange(request.pathParam("token"));
      limits.takeNumber(number.get());
      doors.numbers().ask(link.promise(), number.get());
      request.redirect("/book/" + request.pathParam("token"), HttpStatus.SEE_OTHER);
    });
  }

  private void show(Context request, Bookings.Link link, String typed, @Nullable String error) {
    var page = new NumberPage(
        assets,
        door.sign(),
        "/book/" + request.pathParam("token"),
        door.known(link).number(),
        typed,
        error);
    pages.show(request, "visitor/book-number.jte", page);
  }
}
