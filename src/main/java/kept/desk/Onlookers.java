package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.InstantSource;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Finds out who looks, once for each request that only looks. Threads may share this object.
public final class Onlookers {
  private static final String ONLOOKER = "kept.onlooker";

  private final Whereabouts whereabouts;
  private final InstantSource clock;

  public Onlookers(Whereabouts whereabouts, InstantSource clock) {
    this.whereabouts = whereabouts;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /// Looking changes nothing, so what a `GET` found out holds for the whole page; whoever changes
  /// something is told how it is after that.
  Onlooker of(Context request) {
    if (!request.method().equals(HandlerType.GET)) return ask(request);
    @Nullable Onlooker known = request.attribute(ONLOOKER);
    if (known != null) return known;
    var asked = ask(request);
    request.attribute(ONLOOKER, asked);
    return asked;
  }

  private Onlooker ask(Context request) {
    var now = whereabouts.now();
    return new Onlooker(Who.agent(request), now.at(), now.time(), now.team(), now.absences());
  }
}
