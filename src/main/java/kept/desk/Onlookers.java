package kept.desk;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import kept.team.Shop;
import kept.team.Team;
import kept.team.Who;

/// Finds out who looks, once for each request. Threads may share this object.
public final class Onlookers {
  private final Team team;
  private final Shop shop;
  private final InstantSource clock;

  public Onlookers(Team team, Shop shop, InstantSource clock) {
    this.team = team;
    this.shop = shop;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  Onlooker of(Context request) {
    return new Onlooker(Who.agent(request), clock.instant(), shop.time(), team.everyone());
  }
}
