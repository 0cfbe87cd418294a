package kept.conversations;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Id;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// Every matter, by whom and in which state. Threads may share this object.
public final class Conversations {
  public static final Limit MATTER = new Limit(200, "Say in fewer words what it is about.");

  /// No letters that are easily taken for another, since people read addresses aloud.
  private static final String TOKEN_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int TOKEN_LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Events events;
  private final Team team;
  private final InstantSource clock;
  private final ConversationStore store = new ConversationStore();
  private final WaitingStore waiting = new WaitingStore();

  public Conversations(Database database, Events events, Team team, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = team;
    this.clock = clock;
  }

  public Conversation open(@Nullable Id by, CustomerId customer, String matter, Channel channel) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      var opened = new Conversation(
          ConversationId.next(),
          customer,
          by == null ? MATTER.cut(oneLine(matter)) : MATTER.check(oneLine(matter)),
          State.OPEN,
          freshToken(),
          by instanceof AgentId agent ? agent : null,
          channel,
          now,
          now,
          null,
          null,
          null,
          null,
          null);
      store.insert(tx, opened);
      events.publish(by, new ConversationOpened(opened.id(), customer));
      return opened;
    });
  }

  /// Nobody else changes it before the running transaction ends.
  public void lock(ConversationId id) {
    database.useTransaction(tx -> store.lock(tx, id));
  }

  public Conversation get(ConversationId id) {
    return find(id).orElseThrow(() -> new NotFound("There is no such conversation."));
  }

  public Optional<Conversation> find(ConversationId id) {
    return database.read(tx -> store.conversation(tx, id));
  }

  /// The conversation whose replies come to an address with this token.
  public Optional<Conversation> withAddressToken(String token) {
    return database.read(tx -> store.withAddressToken(tx, token));
  }

  /// The latest first, from behind `after`.
  public List<Row> list(Which which, @Nullable Conversation after, int limit) {
    return database.read(tx -> store.list(tx, which, after, limit));
  }

  /// Whoever's words lie unanswered, the longest wait first.
  public List<Row> waitingForAPerson(int limit) {
    return database.read(tx -> waiting.waitingForAPerson(tx, limit));
  }

  /// In how many somebody waits for us, counted up to a thousand.
  public int countWaiting() {
    return database.read(waiting::countWaiting);
  }

  /// What the customer opened again from `since` on and has not called sorted yet, the latest
  /// first.
  public List<Row> reopenedSince(Instant since, int limit) {
    return database.read(tx -> waiting.reopenedSince(tx, since, limit));
  }

  public Counts counts(AgentId mine) {
    return database.read(tx -> store.counts(tx, mine));
  }

  /// How many are open, how many of these an agent is on, and in how many somebody waits for us.
  public record Counts(int open, int mine, int waitingForAPerson) {}

  public void rename(AgentId by, ConversationId id, String matter) {
    if (matter.isBlank()) throw new Refusal("Say what it is about.");
    database.useTransaction(tx -> store.rename(tx, id, MATTER.check(oneLine(matter))));
  }

  /// Someone else takes it on. The customer does not notice, unless somebody is talking to them.
  public void handOver(AgentId by, ConversationId id, AgentId to) {
    var taker = team.get(to);
    if (!taker.isHere()) throw new Refusal(taker.name() + " is no longer on the team.");
    if (taker.role() == Role.HELPER)
      throw new Refusal("A helper sees promises but no conversations. Hand over a promise of it,"
          + " or choose somebody else.");
    database.useTransaction(tx -> {
      get(id);
      store.handOver(tx, id, to);
      events.publish(by, new ConversationHandedOver(id, to));
    });
  }

  private static String oneLine(String matter) {
    var line = matter.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "Something new" : line;
  }

  private static String freshToken() {
    var token = new StringBuilder(TOKEN_LENGTH);
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      token.append(TOKEN_LETTERS.charAt(RANDOM.nextInt(TOKEN_LETTERS.length())));
    }
    return token.toString();
  }
}
