package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Secrets;

/// The tokens with which programs use the API. Threads may share this object.
public final class ApiTokens {
  /// Makes a leaked token easy to find in a log or a repository.
  private static final String PREFIX = "kept_";
  /// How often a token in use is written down as used.
  private static final Duration USED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;
  private final ApiTokenStore store = new ApiTokenStore();

  public ApiTokens(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    events.within(AgentLeaves.class, (by, left) -> revokeAllOf(left.agent()));
  }

  /// Makes a token with this agent's powers. What it gives is seen this once.
  public String create(String label, AgentId agent) {
    if (label.isBlank()) throw new Refusal("Say what the token is for.");
    var token = PREFIX + secrets.freshToken();
    var id = ApiTokenId.next();
    database.useTransaction(tx -> {
      store.insert(tx, id, label.strip(), secrets.hash(token), agent, clock.instant());
      events.publish(agent, new ApiTokenMade(id, agent));
    });
    return token;
  }

  /// A token that is good, and whose powers it has.
  public record Holder(ApiTokenId token, Agent agent) {}

  /// Whose powers a token has, while it is good.
  public Optional<Agent> find(String token) {
    return holder(token).map(Holder::agent);
  }

  public Optional<Holder> holder(String token) {
    if (!token.startsWith(PREFIX)) return Optional.empty();
    var now = clock.instant();
    var found = database.read(tx -> store.find(tx, secrets.hash(token)));
    found
        .filter(used -> used.usedAt() == null || !used.usedAt().plus(USED_EVERY).isAfter(now))
        .ifPresent(used -> database.useTransaction(tx -> store.used(tx, used.id(), now)));
    return found.map(used -> new Holder(used.id(), used.agent()));
  }

  /// Every token that still opens the API, the newest first.
  public List<ApiToken> list() {
    return database.read(store::open);
  }

  public void revoke(AgentId by, ApiTokenId id) {
    database.useTransaction(tx -> {
      if (!store.revoke(tx, id, clock.instant()))
        throw new NotFound("This token was revoked already.");
      events.publish(by, new ApiTokenRevoked(id));
    });
  }

  private void revokeAllOf(AgentId agent) {
    database.useTransaction(tx -> {
      for (var id : store.revokeAllOf(tx, agent, clock.instant()))
        events.publish(null, new ApiTokenRevoked(id));
    });
  }
}
