package kept.api;

import java.util.List;
import kept.promises.hearing.Asked;
import kept.promises.hearing.HeardShape;
import kept.promises.hearing.Hearing;
import org.jspecify.annotations.Nullable;

/// Hears promises in words. It writes nothing down: whoever asked decides what becomes of them.
record HearingRoutes(Doors doors) {
  List<Route> all() {
    return List.of(Route.post("/hearing", this::hear));
  }

  private record HeardInText(@Nullable String id, List<HeardShape> promises) {}

  /// Without a zone and hours, those of the shop count.
  private Answer hear(Call call) {
    var body = call.body("id", "text", "previous", "at", "zone", "hours");
    var asked = new Asked(
        body.text("text"),
        body.optionalText("previous"),
        body.optionalText("at"),
        body.optionalText("zone"),
        body.optionalText("hours"));
    var heard = Hearing.english().hear(asked.said(doors.shop().hours()));
    return Answer.ok(new HeardInText(body.optionalText("id"), HeardShape.of(heard)));
  }
}
