package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.RouteRole;
import java.net.InetAddress;
import java.util.Set;
import kept.platform.Histogram;
import kept.platform.Metrics;

/// `GET /metrics` for Prometheus: for programs on this machine, and for those with a token. Counts
/// every request on the way, and has those that were refused written down.
///
/// Behind a proxy everybody seems to be on this machine, so once we are known to stand behind one,
/// or the request says that it was handed on, only a token opens it.
public final class MetricsPage implements WebRoutes {
  private static final String SINCE = "kept.since";

  private final Metrics metrics;
  private final WebSettings settings;
  private final Guard guard;
  private final RouteRole token;
  private final Metrics.Counter requests;
  private final Histogram seconds;
  private final TurnedAway turnedAway;

  public MetricsPage(Metrics metrics, WebSettings settings, Guard guard, RouteRole token) {
    this.metrics = metrics;
    this.settings = settings;
    this.guard = guard;
    this.token = token;
    this.turnedAway = new TurnedAway(settings, guard, System::nanoTime);
    this.requests = metrics.counter("kept_http_requests_total", "Requests answered over HTTP.");
    this.seconds = metrics.histogram(
        "kept_http_request_seconds", "How long they took.", .001, .005, .02, .1, .5, 2, 10);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(request -> request.attribute(SINCE, System.nanoTime()));
    routes.after(this::count);
    routes.get("/metrics", this::show, Public.ANYONE);
  }

  private void count(Context request) {
    Long since = request.attribute(SINCE);
    if (since != null) seconds.observe((System.nanoTime() - since) / 1e9);
    requests.add("status=\"%d\"".formatted(request.statusCode()));
    turnedAway.look(request);
  }

  private void show(Context request) throws Exception {
    if (!isFromThisMachine(request)) guard.admit(request, Set.of(token));
    request.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
  }

  private boolean isFromThisMachine(Context request) throws Exception {
    var behindAProxy =
        settings.publicUrl() != null || !settings.trustedProxies().isEmpty();
    var handedOn = request.header("Forwarded") != null
        || request.header("X-Forwarded-For") != null
        || request.header("Via") != null;
    if (behindAProxy || handedOn) return false;
    return InetAddress.getByName(request.req().getRemoteAddr()).isLoopbackAddress();
  }
}
