package kept.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kept.platform.NotFound;
import kept.texts.TextAccount;

/// The account that carries the shop's texts. Setting it up is the owner's; its token is never
/// shown.
record TextRoutes(Doors doors) {

  List<Route> all() {
    return List.of(
        Route.get("/texts", this::texts),
        Route.post("/texts", this::set),
        Route.post("/texts/removal", this::remove));
  }

  private Answer texts(Call call) {
    call.query();
    return Answer.ok(
        doors.telephone().texts().find().orElseThrow(() -> new NotFound("Texts are not set up.")));
  }

  private Answer set(Call call) {
    var body = call.body("base_url", "account", "token", "number");
    var account = TextAccount.of(
        Objects.requireNonNullElse(body.optionalLine("base_url"), ""),
        body.line("account"),
        body.line("number"));
    var token = body.optionalLine("token");
    return Answer.ok(doors.telephone().texts().set(call.owner(), account, token));
  }

  private Answer remove(Call call) {
    call.body();
    doors.telephone().texts().remove(call.owner());
    return Answer.ok(Map.of());
  }
}
