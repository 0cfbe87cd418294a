package kept.conversations;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What was said in a conversation, by them and by us. Threads may share this object.
public final class Messages {
  /// The kind of [kept.platform.Delivery] that carries a message by mail; it is about the message.
  public static final String BY_MAIL = "message-by-mail";

  /// The kind that carries one by text.
  public static final String BY_TEXT = "message-by-text";

  private static final String NO_FILES = "A text carries no files. Send them by mail.";

  private static final Limit WORDS = new Limit(100_000, "That is longer than a letter can be.");

  private final Database database;
  private final Events events;
  private final Deliveries deliveries;
  private final Ways ways;
  private final InstantSource clock;
  private final ConversationStore conversations = new ConversationStore();
  private final MessageStore store = new MessageStore();

  public Messages(
      Database database, Events events, Deliveries deliveries, Ways ways, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.deliveries = deliveries;
    this.ways = ways;
    this.clock = clock;
  }

  /// They said something. It opens the conversation again if it was over, unless a machine wrote
  /// it.
  public Message receive(ConversationId id, Incoming incoming) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      var draft = incoming.draft();
      var said = incoming.at().isAfter(now) ? now : incoming.at();
      var contact = store.insertContact(tx, id, incoming.channel(), Direction.INBOUND, now);
      var message = new Message(
          MessageId.next(),
          id,
          Direction.INBOUND,
          incoming.channel(),
          null,
          incoming.sender(),
          said,
          draft.words(),
          draft.quoted(),
          draft.html());
      store.insert(tx, message, contact);
      store.attach(tx, message.id(), draft.files());
      if (!incoming.person()) conversations.touched(tx, id, now);
      else if (conversations.heard(tx, id, now)) events.publish(null, new ConversationReopened(id));
      events.publish(null, new MessageReceived(id, message.id(), incoming.channel()));
      return message;
    });
  }

  /// We write to them, by the way that the draft names or that reaches them. It is queued, not yet
  /// sent.
  public Message write(AgentId by, ConversationId id, Draft draft) {
    refuseEmpty(draft);
    return database.inTransaction(tx -> {
      var conversation = conversations
          .conversation(tx, id)
          .orElseThrow(() -> new NotFound("There is no such conversation."));
      var way = ways.of(conversation.customer(), draft.channel());
      if (way.channel() == Channel.TEXT && !draft.files().isEmpty()) throw new Refusal(NO_FILES);
      var message = ours(by, id, Direction.OUTBOUND, way.channel(), draft);
      conversations.answered(tx, id, by, message.at());
      deliveries.queue(way.kind(), way.address(), message.id().value(), Map.of());
      return message;
    });
  }

  /// Tries a message again that did not arrive, at an address or number of theirs (none: the one
  /// they used last).
  public void sendAgain(MessageId id, @Nullable String address) {
    database.useTransaction(tx -> {
      var message = get(id);
      if (message.direction() != Direction.OUTBOUND) throw new NotFound("There is no such letter.");
      var state = deliveries.statesAbout(List.of(id.value())).get(id.value());
      if (state == null || !state.failed()) throw new Refusal("This one is on its way already.");
      var customer =
          conversations.conversation(tx, message.conversation()).orElseThrow().customer();
      var way = address == null ? ways.of(customer, message.channel()) : ways.to(customer, address);
      store.goesBy(tx, id, way.channel());
      deliveries.queue(way.kind(), way.address(), id.value(), Map.of());
    });
  }

  /// We told them by another way, on the phone or across the counter. It is written down and
  /// answers them; nothing is sent.
  public Message told(AgentId by, ConversationId id, Channel channel, Draft draft) {
    refuseEmpty(draft);
    return database.inTransaction(tx -> {
      var message = ours(by, id, Direction.OUTBOUND, channel, draft);
      conversations.answered(tx, id, by, message.at());
      return message;
    });
  }

  /// A note that only the team sees.
  public Message note(AgentId by, ConversationId id, Draft draft) {
    refuseEmpty(draft);
    return database.inTransaction(tx -> ours(by, id, Direction.NOTE, Channel.EMAIL, draft));
  }

  /// By what a message of ours reaches somebody.
  public Ways ways() {
    return ways;
  }

  public Message get(MessageId id) {
    return database
        .read(tx -> store.message(tx, id))
        .orElseThrow(() -> new NotFound("There is no such message."));
  }

  /// Everything said, oldest first; of a very long matter the last `limit`.
  public List<Message> in(ConversationId id, int limit) {
    return database.read(tx -> store.in(tx, id, limit));
  }

  /// The last thing that they said.
  public Optional<MessageId> lastFromThem(ConversationId id) {
    return database.read(tx -> store.lastFromThem(tx, id));
  }

  public List<Attachment> attachmentsOf(Collection<MessageId> messages) {
    return database.read(tx -> store.attachmentsOf(tx, messages));
  }

  public Attachment attachment(AttachmentId id) {
    return database
        .read(tx -> store.attachment(tx, id))
        .orElseThrow(() -> new NotFound("This file is no longer here."));
  }

  private Message ours(
      AgentId by, ConversationId id, Direction direction, Channel channel, Draft draft) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      var message = new Message(
          MessageId.next(), id, direction, channel, by, null, now, draft.words(), null, null);
      var contact =
          direction == Direction.NOTE ? null : store.insertContact(tx, id, channel, direction, now);
      store.insert(tx, message, contact);
      store.attach(tx, message.id(), draft.files());
      events.publish(by, new MessageWritten(id, message.id(), direction));
      return message;
    });
  }

  private static void refuseEmpty(Draft draft) {
    if (draft.words().isBlank() && draft.files().isEmpty())
      throw new Refusal("Write something first.");
    WORDS.check(draft.words());
  }
}
