package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Set;

/// Lets a request through to a matched route or ends it. A higher room knows who people are.
public interface Guard {
  String STRANGER = "stranger";

  void admit(Context request, Set<RouteRole> allowed);

  /// Whose request it is, by an id.
  default String who(Context request) {
    return STRANGER;
  }
}
