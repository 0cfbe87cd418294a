package kept.sample;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.ReturnPath;

/// The time lever: `POST /try/clock {"advance":"PT30M"}`, and the buttons on the page.
public final class LeverRoutes implements WebRoutes {
  private final LeverClock clock;
  private final Runnable moved;

  /// `moved` lets everything that the new time makes due happen.
  public LeverRoutes(LeverClock clock, Runnable moved) {
    this.clock = clock;
    this.moved = moved;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/try/clock", this::tell, Public.ANYONE);
    routes.post("/try/clock", this::advance, Public.ANYONE);
  }

  private void tell(Context request) {
    Loopback.only(request);
    request.contentType("application/json").result(Json.write(Map.of("now", clock.instant())));
  }

  private void advance(Context request) {
    Loopback.only(request);
    var form = request.formParam("advance");
    clock.advance(span(form == null ? inJson(request.body()) : form));
    moved.run();
    if (form == null) tell(request);
    else
      request.redirect(ReturnPath.ofUrl(request.header("Referer")).value(), HttpStatus.SEE_OTHER);
  }

  private static String inJson(String body) {
    return Json.read(body).path("advance").asString("");
  }

  private static Duration span(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal("Say how far time goes, like {\"advance\":\"PT30M\"}.");
    }
  }
}
