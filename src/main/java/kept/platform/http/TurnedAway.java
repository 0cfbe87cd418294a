package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line in the program's log for each request that was refused: from where, whose, and at which
/// door. The door is named by its template, since tokens stand in addresses.
///
/// Whoever knocks without end fills no disk: after sixty lines in a minute there is one that says
/// how many more there were. Threads may share this object.
final class TurnedAway {
  static final int A_MINUTE = 60;

  private static final Logger log = LoggerFactory.getLogger(TurnedAway.class);
  private static final long MINUTE = 60_000_000_000L;

  private final Proxies proxies;
  private final Guard guard;
  private final LongSupplier nanos;
  private long since; // guarded by this, as is the next
  private long inThisMinute;

  TurnedAway(WebSettings settings, Guard guard, LongSupplier nanos) {
    this.proxies = new Proxies(settings.trustedProxies());
    this.guard = guard;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  void look(Context request) {
    var endpoint = request.endpoints().matchedHttpEndpoint();
    var status = request.statusCode();
    if (!isRefusal(status, endpoint) || !mayBeSaid()) return;
    var door = endpoint == null ? "none" : endpoint.path;
    log.warn(
        "refused={} from={} who={} door={} {}",
        status,
        proxies.addressOf(request),
        guard.who(request),
        request.method(),
        door);
  }

  /// What cannot be found behind a door for anyone is a token that nobody gave.
  private static boolean isRefusal(int status, @Nullable Endpoint endpoint) {
    return switch (status) {
      case 400, 401, 403, 413, 429 -> true;
      case 404 -> endpoint != null && endpoint.path.contains("{") && is(endpoint, Public.ANYONE);
      case 422 -> endpoint != null && is(endpoint, Public.PROOF);
      default -> false;
    };
  }

  private static boolean is(Endpoint endpoint, Public role) {
    var roles = endpoint.metadata(Roles.class);
    return roles != null && roles.getRoles().contains(role);
  }

  synchronized boolean mayBeSaid() {
    var now = nanos.getAsLong();
    if (now - since >= MINUTE) {
      var leftOut = inThisMinute - A_MINUTE;
      if (leftOut > 0) log.warn("refused {} more within a minute", leftOut);
      since = now;
      inThisMinute = 0;
    }
    inThisMinute++;
    return inThisMinute <= A_MINUTE;
  }
}
