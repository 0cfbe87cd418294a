package kept.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kept.platform.Database;
import kept.platform.Sha256;
import kept.team.ApiTokenId;
import kept.team.Role;
import kept.team.Who;

/// What every request to the API passes: its pace, its size, its transaction, its answer.
final class Gate {
  private final Database database;
  private final Pace pace;
  private final Once once;

  Gate(Database database, Pace pace, Once once) {
    this.database = database;
    this.pace = pace;
    this.once = once;
  }

  void pass(Context request, Route route) throws IOException {
    var token = Who.token(request).orElseThrow();
    if (Who.agent(request).role() == Role.HELPER)
      throw new ForbiddenResponse("A helper's token opens nothing here yet.");
    slow(request, token);
    var call = new Call(request, bytes(request));
    if (!route.changesSomething()) write(request, route.action().answer(call));
    else change(call, token, route);
  }

  private void change(Call call, ApiTokenId token, Route route) {
    var key = Once.key(call.request().header("Idempotency-Key"));
    var asked = key.map(name -> new Once.Asked(token, name, fingerprint(call)));
    var before = route.waits() ? asked.flatMap(once::before) : Optional.<Once.Outcome>empty();
    var outcome = before.orElseGet(() -> done(call, asked, route));
    if (outcome.again()) call.request().header("Idempotent-Replayed", "true");
    write(call.request(), outcome.said());
  }

  /// Nothing of the database's is held while others are waited for. Of two at once under one key
  /// both ask, and the second hears what the first was told.
  private Once.Outcome done(Call call, Optional<Once.Asked> asked, Route route) {
    var told = route.waits() ? said(route.action(), call) : null;
    Supplier<Answer.Said> work = () -> told == null ? said(route.action(), call) : told;
    return database.inTransaction(tx -> {
      tx.execute("set local lock_timeout = '5s'");
      return asked
          .map(key -> once.answer(key, work))
          .orElseGet(() -> new Once.Outcome(work.get(), false));
    });
  }

  private static Answer.Said said(Route.Action action, Call call) {
    if (action.answer(call) instanceof Answer.Said said) return said;
    throw new IllegalStateException("A change answers in JSON.");
  }

  private void slow(Context request, ApiTokenId token) {
    var wait = pace.waitOf(token);
    if (wait.isZero()) return;
    request.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
    throw new HttpResponseException(
        429, "That is more than 20 requests a second. Wait a moment, then go on.", Map.of());
  }

  private static byte[] bytes(Context request) throws IOException {
    var bytes = request.req().getInputStream().readNBytes(Body.LARGEST + 1);
    if (bytes.length <= Body.LARGEST) return bytes;
    throw new HttpResponseException(413, "A request is at most one megabyte.", Map.of());
  }

  private static byte[] fingerprint(Call call) {
    var line = call.request().method().name() + " " + call.request().path() + "\n";
    return Sha256.of(line.getBytes(StandardCharsets.UTF_8), call.bytes());
  }

  private static void write(Context request, Answer answer) {
    switch (answer) {
      case Answer.Said(var status, var json, var location) -> {
        if (location != null) request.header("Location", location);
        request.status(status).contentType("application/json").result(json);
      }
      case Answer.File(var bytes, var size, var type, var name) -> {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        request.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        request.header("Content-Length", String.valueOf(size));
        request.contentType(type).result(bytes);
      }
    }
  }
}
