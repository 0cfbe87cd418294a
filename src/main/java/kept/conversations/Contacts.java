package kept.conversations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Events;
import kept.team.AgentId;

/// Touches that are more than a message: somebody rings. Threads may share this object.
public final class Contacts {
  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final MessageStore messages = new MessageStore();
  private final ConversationStore conversations = new ConversationStore();

  public Contacts(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// The matter that somebody most likely means who rings: of those that are not over, the one
  /// that moved last.
  public Optional<Conversation> likelyMatter(CustomerId customer) {
    return database.read(tx -> tx.createQuery("""
                    select *
                      from conversation
                     where customer = :customer and state in ('open', 'waiting')
                     order by moved_at desc, id desc
                     limit 1
                    """)
        .bind("customer", customer)
        .map((row, context) -> ConversationStore.conversation(row))
        .findOne());
  }

  public ContactId begin(ConversationId id, Channel channel, Direction direction) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      conversations.touched(tx, id, now);
      return messages.insertContact(tx, id, channel, direction, now);
    });
  }

  /// Nobody took it: they wait for a person.
  public void waits(ConversationId id) {
    database.useTransaction(tx -> {
      if (conversations.heard(tx, id, clock.instant()))
        events.publish(null, new ConversationReopened(id));
    });
  }

  /// Somebody of us talks with them, so nobody waits.
  public void talks(ConversationId id, AgentId agent) {
    database.useTransaction(tx -> conversations.answered(tx, id, agent, clock.instant()));
  }

  public void lasted(ContactId id, Duration duration) {
    database.useTransaction(tx -> messages.lasted(tx, id, duration));
  }
}
