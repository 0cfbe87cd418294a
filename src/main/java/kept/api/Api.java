package kept.api;

import io.github.bucket4j.TimeMeter;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Access;

/// REST under `/api/v1`, and its description for programs and people at `/api/openapi.yaml`.
public final class Api implements WebRoutes {
  static final String PREFIX = "/api/v1";

  private final List<Route> table;
  private final Gate gate;
  private final byte[] description = description();

  public Api(Doors doors, Once once) {
    this.table = table(doors);
    this.gate = new Gate(doors.database(), new Pace(TimeMeter.SYSTEM_NANOTIME), once);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/api/openapi.yaml",
        request -> request.contentType("application/yaml").result(description),
        Public.ANYONE);
    for (var route : table) {
      routes.addHttpHandler(
          route.method(),
          PREFIX + route.path(),
          request -> gate.pass(request, route),
          Access.TOKEN);
    }
  }

  static List<Route> table(Doors doors) {
    return Stream.of(
            new ConversationRoutes(doors).all(),
            new PromiseRoutes(doors).all(),
            new HearingRoutes(doors).all(),
            new PeopleRoutes(doors).all(),
            new EventRoutes(doors).all(),
            new PhoneRoutes(doors).all(),
            new FrontDoorRoutes(doors).all(),
            new TrunkRoutes(doors).all(),
            new CallRoutes(doors).all(),
            new TextRoutes(doors).all())
        .flatMap(List::stream)
        .toList();
  }

  static byte[] description() {
    try (var in = Api.class.getResourceAsStream("/api/openapi.yaml")) {
      if (in == null) throw new IllegalStateException("The API's description is not in the jar.");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
