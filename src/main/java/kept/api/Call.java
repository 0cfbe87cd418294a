package kept.api;

import io.javalin.http.Context;
import java.util.function.Function;
import kept.platform.Id;
import kept.platform.Refusal;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.Who;

/// A request as a route sees it: who asks, about which thing, and what they sent with it.
@SuppressWarnings("ArrayRecordComponent")
record Call(Context request, byte[] bytes) {
  /// The agent whose powers the token has.
  Agent agent() {
    return Who.agent(request);
  }

  AgentId by() {
    return agent().id();
  }

  /// The owner, whose powers this takes.
  AgentId owner() {
    if (agent().role() != Role.OWNER) throw new Refusal("Only the owner sets up the phone.");
    return by();
  }

  /// The `{id}` of the path.
  <T extends Id> T id(Function<String, T> parse) {
    return parse.apply(request.pathParam("id"));
  }

  /// The query's parameters, of which there are these; a list always has `limit` and `cursor`.
  Query query(String... names) {
    return Query.of(request, names);
  }

  /// The body's fields, of which there are these.
  Body body(String... fields) {
    return Body.read(request, bytes, fields);
  }
}
