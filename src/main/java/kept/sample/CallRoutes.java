package kept.sample;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.platform.Json;
import kept.platform.NotFound;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.ReturnPath;

/// Simulated callers: `POST /try/calls {"from", "name", "does"}` rings the shop, `GET /try/calls`
/// tells who rings where, `POST /try/phones/{phone}/answer` and `…/hangup` are somebody's hand at
/// their phone. A button on the page sends an empty form and leads back to the page.
public final class CallRoutes implements WebRoutes {
  static final String CALLS = "/try/calls";

  private final PretendNetwork network;

  public CallRoutes(PretendNetwork network) {
    this.network = network;
  }

  static String answer(PretendPhone phone) {
    return "/try/phones/" + phone.credentials().user() + "/answer";
  }

  static String hangUp(PretendPhone phone) {
    return "/try/phones/" + phone.credentials().user() + "/hangup";
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CALLS, this::tell, Public.ANYONE);
    routes.post(CALLS, this::ring, Public.ANYONE);
    routes.post("/try/phones/{phone}/answer", this::answer, Public.ANYONE);
    routes.post("/try/phones/{phone}/hangup", this::hangUp, Public.ANYONE);
  }

  private void tell(Context request) {
    Loopback.only(request);
    json(
        request,
        Map.of(
            "callers",
            network.callers().stream().map(CallRoutes::written).toList(),
            "phones",
            network.phones().stream().map(CallRoutes::written).toList()));
  }

  private void ring(Context request) {
    Loopback.only(request);
    if (isButton(request)) {
      network.somebodyRings();
      back(request);
      return;
    }
    var asked = Json.read(request.body());
    var who = Ringer.of(asked.path("from").asString(""), asked.path("name").asString(""));
    var caller = network.ring(who, Does.of(asked.path("does").asString(Does.WAITS.word())));
    json(request.status(HttpStatus.CREATED), written(caller));
  }

  private void answer(Context request) {
    Loopback.only(request);
    var phone = phone(request);
    network.pickUp(phone);
    done(request, phone);
  }

  private void hangUp(Context request) {
    Loopback.only(request);
    var phone = phone(request);
    network.hangUp(phone);
    done(request, phone);
  }

  private PretendPhone phone(Context request) {
    var called = request.pathParam("phone");
    return network.phones().stream()
        .filter(phone -> phone.isCalled(called))
        .findFirst()
        .orElseThrow(() -> new NotFound("There is no such pretend phone."));
  }

  private static void done(Context request, PretendPhone phone) {
    if (isButton(request)) back(request);
    else json(request, written(phone));
  }

  /// Programs send JSON or, where there is nothing to say, no body and no form.
  private static boolean isButton(Context request) {
    var type = request.contentType();
    return type != null
        && type.startsWith("application/x-www-form-urlencoded")
        && !request.body().startsWith("{");
  }

  private static void back(Context request) {
    request.redirect(ReturnPath.ofUrl(request.header("Referer")).value(), HttpStatus.SEE_OTHER);
  }

  private static void json(Context request, Map<String, Object> answer) {
    request.contentType("application/json").result(Json.write(answer));
  }

  private static Map<String, Object> written(PretendCaller caller) {
    var number = caller.who().number();
    return Map.of(
        "from",
        number == null ? "anonymous" : number,
        "name",
        caller.who().name(),
        "does",
        caller.does());
  }

  private static Map<String, Object> written(PretendPhone phone) {
    return Map.of(
        "user",
        phone.credentials().user(),
        "agent",
        phone.name(),
        "state",
        phone.state(),
        "caller",
        phone.caller());
  }
}
