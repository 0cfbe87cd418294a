package kept;

import java.time.Duration;
import java.util.List;
import kept.api.Api;
import kept.api.Doors;
import kept.api.Once;
import kept.conversations.Listing;
import kept.platform.Loop;
import kept.platform.http.WebRoutes;
import kept.promises.PromiseListing;

/// What Kept is to other programs: the API over the same doors as the pages.
final class Programs implements AutoCloseable {
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final Rooms rooms;
  private final Once once;
  private final Loop tidying;

  Programs(Rooms rooms) {
    this.rooms = rooms;
    this.once = new Once(rooms.database, rooms.clock);
    this.tidying = Loop.start("idempotency-keys", rooms.clock, () -> {
      once.forget();
      return rooms.clock.instant().plus(TIDY_EVERY);
    });
  }

  List<WebRoutes> routes() {
    return List.of(new Api(doors(), once));
  }

  @Override
  public void close() {
    tidying.close();
  }

  private Doors doors() {
    return new Doors(
        rooms.database,
        rooms.events,
        rooms.deliveries,
        rooms.blobs,
        rooms.team,
        rooms.customers,
        rooms.conversations,
        new Listing(rooms.database),
        rooms.messages,
        rooms.efforts,
        rooms.promises,
        new PromiseListing(rooms.database),
        rooms.alarms,
        rooms.recaps);
  }
}
