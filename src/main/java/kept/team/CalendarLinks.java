package kept.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Rows;
import kept.platform.Secrets;
import org.jspecify.annotations.Nullable;

/// The secret links under which people's calendars read their promises: one for each of the team, a
/// new one in place of the old. Threads may share this object.
public final class CalendarLinks {
  /// How often a link in use is written down as used.
  private static final Duration READ_EVERY = Duration.ofMinutes(5);

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;

  /// When it was made, and when a calendar last read it.
  public record CalendarLink(Instant createdAt, @Nullable Instant readAt) {}

  public CalendarLinks(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    events.within(AgentLeaves.class, (by, leaving) -> forget(leaving.agent()));
  }

  /// Makes the token of a new link. It is seen this once; an older link is dead.
  public String create(AgentId agent) {
    var token = secrets.freshToken();
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into calendar_link (agent, token_hash, created_at) values (:agent, :hash, :now)
                  on conflict (agent)
                  do update set token_hash = :hash, created_at = :now, read_at = null
              """)
          .bind("agent", agent)
          .bind("hash", secrets.hash(token))
          .bind("now", clock.instant())
          .execute();
      events.publish(agent, new CalendarLinkChanged(agent));
    });
    return token;
  }

  public void revoke(AgentId agent) {
    database.useTransaction(tx -> {
      if (forget(agent)) events.publish(agent, new CalendarLinkChanged(agent));
    });
  }

  public Optional<CalendarLink> of(AgentId agent) {
    return database.read(tx -> tx.createQuery("select * from calendar_link where agent = :agent")
        .bind("agent", agent)
        .map((row, context) ->
            new CalendarLink(Rows.time(row, "created_at"), Rows.instant(row, "read_at")))
        .findOne());
  }

  /// Whose promises a link shows, while it is good.
  public Optional<AgentId> reader(String token) {
    var hash = secrets.hash(token);
    return database.read(
        tx -> tx.createQuery("select agent from calendar_link where token_hash = :hash")
            .bind("hash", hash)
            .map((row, context) -> Rows.id(row, "agent", AgentId::new))
            .findOne());
  }

  /// A calendar looked just now.
  public void wasRead(AgentId agent) {
    var now = clock.instant();
    database.useTransaction(tx -> tx.createUpdate("""
            update calendar_link set read_at = :now
             where agent = :agent and (read_at is null or read_at < :before)
            """)
        .bind("agent", agent)
        .bind("now", now)
        .bind("before", now.minus(READ_EVERY))
        .execute());
  }

  private boolean forget(AgentId agent) {
    return database.inTransaction(
        tx -> tx.createUpdate("delete from calendar_link where agent = :agent")
                .bind("agent", agent)
                .execute()
            == 1);
  }
}
