package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.NotFound;
import kept.platform.http.Head;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.promises.Board;
import kept.promises.Slice;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.CalendarLinks;
import kept.team.Shop;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// One's promises in one's own calendar, by a secret link. Threads may share this object.
public final class CalendarPages implements WebRoutes {
  private static final String CALENDAR = "/settings/you/calendar";
  private static final int MOST = 500;

  private final Pages pages;
  private final Frames frames;
  private final Onlookers onlookers;
  private final Doors doors;
  private final WebSettings settings;

  /// The rooms that a calendar is made from.
  public record Doors(CalendarLinks links, Board board, Shop shop) {}

  public CalendarPages(
      Pages pages, Frames frames, Onlookers onlookers, Doors doors, WebSettings settings) {
    this.pages = pages;
    this.frames = frames;
    this.onlookers = onlookers;
    this.doors = doors;
    this.settings = settings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CALENDAR, request -> show(request, null), Access.HELPER);
    routes.post(CALENDAR, this::make, Access.HELPER);
    routes.post(CALENDAR + "/revocation", this::revoke, Access.HELPER);
    routes.get("/calendar/{token}", this::hand, Public.ANYONE);
  }

  private void show(Context request, @Nullable String link) {
    var onlooker = onlookers.of(request);
    var made = doors.links.of(onlooker.me().id());
    var state = made.map(each -> each.readAt() == null
            ? "A link was made " + onlooker.time().near(each.createdAt(), onlooker.now())
                + ". No calendar has read it yet."
            : "Your calendar last looked " + onlooker.time().near(each.readAt(), onlooker.now())
                + ".")
        .orElse("No calendar reads your promises.");
    var frame = frames.around(request, "Your calendar", Place.SETTINGS);
    var page = new CalendarPage(frame, state, made.isPresent(), link);
    pages.show(request, "settings/calendar.jte", page);
  }

  private void make(Context request) {
    var token = doors.links.create(Who.agent(request).id());
    show(request, settings.origin(request) + "/calendar/" + token + ".ics");
  }

  private void revoke(Context request) {
    doors.links.revoke(Who.agent(request).id());
    request.redirect(CALENDAR, HttpStatus.SEE_OTHER);
  }

  private void hand(Context request) {
    var token = request.pathParam("token").replaceAll("\\.ics$", "");
    var agent = doors
        .links
        .reader(token)
        .orElseThrow(() -> new NotFound("This calendar is no longer here."));
    if (!Head.only(request)) doors.links.wasRead(agent);
    request.header("Cache-Control", "private, no-store");
    request.contentType("text/calendar; charset=utf-8");
    request.result(calendar(agent, settings.origin(request)));
  }

  private String calendar(AgentId agent, String deskUrl) {
    var shop = doors.shop.business().name();
    var open = doors.board.open(new Slice(agent, null), MOST);
    return new PromiseCalendar(shop, deskUrl, onlookers.now()).of(open);
  }
}
