package kept.platform.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/// Some pages of one room. Every route names who may use it, or the server does not start.
public interface WebRoutes {
  void addTo(JavalinDefaultRoutingApi routes);
}
