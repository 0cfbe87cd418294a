package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.http.LiveStreams;
import kept.platform.http.WebRoutes;
import kept.promises.AlarmId;
import kept.promises.Alarms;
import kept.team.Access;
import kept.team.Who;

/// The stream of news to open pages, and the word that an alarm was seen.
public final class LivePages implements WebRoutes {
  private final LiveStreams streams;
  private final Alarms alarms;

  public LivePages(LiveStreams streams, Alarms alarms) {
    this.streams = streams;
    this.alarms = alarms;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(request -> request.attribute(Frames.MARK, streams.mark()));
    routes.sse("/live", this::follow, Access.HELPER);
    routes.post("/alarms/{id}/seen", this::seen, Access.HELPER);
  }

  private void follow(SseClient client) {
    var reader = Who.agent(client.ctx()).id().value();
    streams.open(client, reader, Who.session(client.ctx()).orElseThrow().value());
  }

  private void seen(Context request) {
    alarms.seen(Who.agent(request).id(), AlarmId.parse(request.pathParam("id")));
    if (!Htmx.asks(request)) request.redirect("/", HttpStatus.SEE_OTHER);
    else request.status(HttpStatus.NO_CONTENT);
  }
}
