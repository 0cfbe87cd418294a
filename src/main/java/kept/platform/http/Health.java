package kept.platform.http;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kept.platform.Database;
import kept.platform.Json;
import kept.platform.Loop;
import org.jspecify.annotations.Nullable;

/// Whether we are well, at `GET /healthz`: the database answers and every loop does its work.
///
/// It looks each minute in the background, and every few seconds while something is wrong, so that
/// asking costs nothing. Threads may share this object.
public final class Health implements WebRoutes, AutoCloseable {
  private static final Duration EACH = Duration.ofMinutes(1);
  private static final Duration WHILE_ILL = Duration.ofSeconds(5);
  private static final Duration TOO_OLD = Duration.ofMinutes(3);

  private final Database database;
  private final InstantSource clock;
  private volatile Look last;
  private @Nullable Loop loop;

  public Health(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.last = look();
  }

  public void start() {
    loop = Loop.start("health", clock, this::lookAgain);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/healthz", this::answer, Public.ANYONE);
  }

  @Override
  public void close() {
    if (loop != null) loop.close();
  }

  private void answer(Context request) {
    var look = last;
    var wrong = new ArrayList<>(look.wrong());
    if (System.nanoTime() - look.at() > TOO_OLD.toNanos())
      wrong.add("Nobody has looked for three minutes.");
    request.status(wrong.isEmpty() ? 200 : 503).contentType("application/json");
    request.result(Json.write(new Said(wrong.isEmpty() ? "ok" : "failing", wrong)));
  }

  private Instant lookAgain() {
    last = look();
    return clock.instant().plus(last.wrong().isEmpty() ? EACH : WHILE_ILL);
  }

  private Look look() {
    var wrong = new ArrayList<String>();
    if (!database.answers()) wrong.add("The database does not answer.");
    wrong.addAll(Loop.troubles());
    return new Look(System.nanoTime(), List.copyOf(wrong));
  }

  private record Said(String status, @JsonInclude(NON_EMPTY) List<String> wrong) {}

  /// What was wrong at a time of the monotonic clock.
  private record Look(long at, List<String> wrong) {}
}
