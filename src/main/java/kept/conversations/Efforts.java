package kept.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Id;
import org.jdbi.v3.core.Handle;

/// What being our customer costs: measured on real contacts, written once, summed by whoever reads.
public final class Efforts {
  private final Database database;
  private final Events events;
  private final InstantSource clock;

  public Efforts(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  public void spend(ConversationId id, Effort kind, int amount) {
    database.useTransaction(tx -> {
      tx.createUpdate("""
                  insert into effort (id, conversation, kind, amount, at)
                  values (:id, :conversation, :kind, :amount, :now)
                  """)
          .bind("id", Id.fresh())
          .bind("conversation", id)
          .bind("kind", kind)
          .bind("amount", amount)
          .bind("now", clock.instant())
          .execute();
      events.publish(null, new EffortSpent(id, kind, amount));
    });
  }

  public Cost costOf(ConversationId id) {
    return costOf(List.of(id));
  }

  /// What these matters have cost together.
  public Cost costOf(Collection<ConversationId> ids) {
    return database.read(tx -> cost(tx, ids, clock.instant()));
  }

  /// A wait runs from the first of their unanswered messages to our next one, or until now while
  /// they still wait.
  private static Cost cost(Handle tx, Collection<ConversationId> ids, Instant now) {
    return tx.createQuery("""
            with turn as (
                 select conversation, direction, at,
                        lag(direction) over (partition by conversation order by at, id) as before
                   from message
                  where conversation = any(:ids) and direction <> 'note'),
                 change as (
                 select turn.direction, turn.at,
                        coalesce(
                            lead(turn.at) over (partition by turn.conversation order by turn.at),
                            case when c.waiting_since is not null then :now::timestamptz end,
                            turn.at) as until
                   from turn
                   join conversation c on c.id = turn.conversation
                  where turn.direction is distinct from turn.before)
            select (select count(*) from contact where conversation = any(:ids) and direction = 'inbound') as contacts,
                   (select coalesce(sum(extract(epoch from until - at)), 0)::bigint
                      from change where direction = 'inbound') as waited,
                   (select coalesce(sum(seconds), 0)
                      from contact where conversation = any(:ids)) as talked,
                   coalesce(sum(amount) filter (where kind = 'SECONDS_TO_A_PERSON'), 0) as to_a_person,
                   coalesce(sum(amount) filter (where kind = 'HOLD'), 0) as on_hold,
                   coalesce(sum(amount) filter (where kind = 'KEY'), 0) as keys,
                   coalesce(sum(amount) filter (where kind in ('HAND_OVER', 'WARM_HAND_OVER')), 0) as hand_overs,
                   coalesce(sum(amount) filter (where kind = 'REPEAT'), 0) as repeats,
                   coalesce(sum(amount) filter (where kind = 'REOPENED'), 0) as reopened
              from effort
             where conversation = any(:ids)
            """)
        .bindArray("ids", UUID.class, ids.stream().map(ConversationId::value).toList())
        .bind("now", now)
        .map((row, context) -> new Cost(
            row.getInt("contacts"),
            row.getInt("keys"),
            row.getInt("hand_overs"),
            row.getInt("repeats"),
            row.getInt("reopened"),
            Duration.ofSeconds(row.getLong("waited")),
            Duration.ofSeconds(row.getLong("talked") + row.getLong("to_a_person")),
            Duration.ofSeconds(row.getLong("on_hold"))))
        .one();
  }
}
