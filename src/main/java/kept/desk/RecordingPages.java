package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.phone.CallId;
import kept.phone.Calls;
import kept.phone.PhoneCall;
import kept.phone.Recordings;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Who;

/// What somebody left for us to hear: played, which is written down, and deleted by those who may.
public final class RecordingPages implements WebRoutes {
  private final Calls calls;
  private final Recordings recordings;

  public RecordingPages(Calls calls, Recordings recordings) {
    this.calls = calls;
    this.recordings = recordings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/calls/{id}/recording", this::play, Access.AGENT);
    routes.post("/calls/{id}/recording/removal", this::forget, Access.AGENT);
  }

  private void play(Context request) {
    var sound = recordings.hear(Who.agent(request).id(), call(request));
    request.header("Cache-Control", "private, no-store");
    request.contentType("audio/wav");
    request.result(sound);
  }

  private void forget(Context request) {
    var call = call(request);
    recordings.forget(Who.agent(request), call);
    request.redirect("/c/" + call.conversation() + "#call-" + call.id(), HttpStatus.SEE_OTHER);
  }

  private PhoneCall call(Context request) {
    return calls.get(CallId.parse(request.pathParam("id")));
  }
}
