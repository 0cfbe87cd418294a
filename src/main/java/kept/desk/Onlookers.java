package kept.desk;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import kept.team.Shop;
import kept.team.Who;

/// Finds out who looks, once for each request. Threads may share this object.
public final class Onlookers {
  private final Whereabouts whereabouts;
  private final Shop shop;
  private final InstantSource clock;

  public Onlookers(Whereabouts whereabouts, Shop shop, InstantSource clock) {
    this.whereabouts = whereabouts;
    this.shop = shop;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  Onlooker of(Context request) {
    var time = shop.time();
    var here = whereabouts.now(time);
    return new Onlooker(Who.agent(request), clock.instant(), time, here.team(), here.absences());
  }
}
