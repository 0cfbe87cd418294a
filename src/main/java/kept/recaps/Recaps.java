package kept.recaps;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.conversations.Messages;
import kept.conversations.Resolution;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.AgentId;
import kept.team.Shop;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What we understood and what we promised, sent to the customer in writing with a link to their
/// page.
///
/// Threads may share this object.
public final class Recaps {
  private static final String ASKED = "They were asked already, and the question still stands."
      + " Write without asking, or ask again after a day.";

  private final Database database;
  private final Events events;
  private final House house;
  private final Messages messages;
  private final Promises promises;
  private final Resolution resolution;
  private final InstantSource clock;

  /// Whose names a recap says.
  public record House(Shop shop, Team team, Customers customers, Conversations conversations) {}

  public Recaps(
      Database database,
      Events events,
      House house,
      Messages messages,
      Promises promises,
      Resolution resolution,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.messages = messages;
    this.promises = promises;
    this.resolution = resolution;
    this.clock = clock;
  }

  /// One recap: the message that carried it, when, and what we said we had understood.
  public record Recap(MessageId message, Instant sentAt, String understood, boolean asks) {}

  /// Sends what we understood and every open promise of this conversation.
  public Message send(AgentId by, ConversationId id, String understood) {
    return carry(by, id, Draft.of(words(by, id, understood, null)), understood.strip(), false);
  }

  /// Sends these words with what we understood and every open promise under them.
  public Message send(AgentId by, ConversationId id, Draft draft, String understood) {
    var words = draft.words().isBlank()
        ? words(by, id, understood, draft.channel())
        : draft.words().stripTrailing() + below(id, understood, draft.channel());
    return carry(by, id, draft.saying(words), understood.strip(), false);
  }

  /// Sends these words with the link to their page under them.
  public Message sendWithLink(AgentId by, ConversationId id, Draft draft) {
    return carry(by, id, draft, "", false);
  }

  /// Asks whether it is sorted. Only they can say so; we wait for their word.
  public Message ask(AgentId by, ConversationId id, Draft draft) {
    return database.inTransaction(tx -> {
      if (resolution.isAsked(id)) throw new Refusal(ASKED);
      var message = carry(by, id, draft, "", true);
      resolution.resolve(by, id);
      return message;
    });
  }

  /// Whether the question stands, so that asking again now is refused.
  public boolean isAsked(ConversationId id) {
    return resolution.isAsked(id);
  }

  /// The question in the shop's voice, for whoever has no words of their own.
  public String question(AgentId by, ConversationId id) {
    return RecapWords.question(customer(id), house.team().get(by));
  }

  public List<Recap> of(ConversationId id) {
    return database.read(tx -> tx.createQuery(
            "select * from recap where conversation = :id order by sent_at")
        .bind("id", id)
        .map((row, context) -> new Recap(
            Rows.id(row, "message", MessageId::new),
            Rows.time(row, "sent_at"),
            row.getString("understood"),
            row.getBoolean("asks")))
        .list());
  }

  /// The recap that a message carries, if it does.
  public Optional<Recap> in(Message message) {
    return of(message.conversation()).stream()
        .filter(recap -> recap.message().equals(message.id()))
        .findFirst();
  }

  private Message carry(
      AgentId by, ConversationId id, Draft draft, String understood, boolean asks) {
    return database.inTransaction(tx -> {
      var message = messages.write(by, id, draft);
      insert(tx, message, understood, asks);
      events.publish(by, new RecapSent(id, message.id(), asks));
      return message;
    });
  }

  private void insert(Handle tx, Message message, String understood, boolean asks) {
    tx.createUpdate("""
            insert into recap (id, conversation, message, understood, asks, sent_at)
            values (:id, :conversation, :message, :understood, :asks, :now)
            """)
        .bind("id", RecapId.next())
        .bind("conversation", message.conversation())
        .bind("message", message.id())
        .bind("understood", understood)
        .bind("asks", asks)
        .bind("now", clock.instant())
        .execute();
  }

  private String words(
      AgentId by, ConversationId id, String understood, @Nullable Channel channel) {
    var agent = house.team().get(by);
    var said = understood.strip();
    return isText(id, channel)
        ? recapWords().text(customer(id), agent, said, open(id))
        : recapWords().recap(customer(id), agent, said, open(id));
  }

  private String below(ConversationId id, String understood, @Nullable Channel channel) {
    return isText(id, channel)
        ? " " + recapWords().briefly(customer(id), understood, open(id))
        : "\n\n" + recapWords().below(customer(id), understood, open(id));
  }

  private boolean isText(ConversationId id, @Nullable Channel channel) {
    return messages.ways().of(customer(id).id(), channel).channel() == Channel.TEXT;
  }

  private Customer customer(ConversationId id) {
    return house.customers().get(house.conversations().get(id).customer());
  }

  private RecapWords recapWords() {
    return new RecapWords(house.shop().time(), house.team().everyone(), clock.instant());
  }

  private List<Promise> open(ConversationId id) {
    return promises.in(List.of(id)).stream().filter(Promise::isOpen).toList();
  }
}
