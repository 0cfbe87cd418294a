package kept.recaps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Effort;
import kept.conversations.Efforts;
import kept.conversations.Resolution;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Id;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.Promises;
import kept.team.Agent;
import org.jdbi.v3.core.Handle;

/// The customer's own word, given on their page: sorted, not yet, not sorted after all, had to
/// repeat.
///
/// *Not yet* reopens the matter, promises them an answer and tells whoever knows the story. Threads
/// may share this object.
public final class Confirmations {
  /// How soon they hear from a person after *Not yet*, in opening hours.
  private static final Duration ANSWER = Duration.ofMinutes(60);

  private static final int LONGEST = 2_000;

  private final Database database;
  private final Events events;
  private final Recaps.House house;
  private final Promises promises;
  private final Resolution resolution;
  private final Efforts efforts;
  private final Deliveries deliveries;
  private final InstantSource clock;

  /// What a confirmation sets in motion.
  public record Works(
      Promises promises, Resolution resolution, Efforts efforts, Deliveries deliveries) {}

  public Confirmations(
      Database database, Events events, Recaps.House house, Works works, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.promises = works.promises();
    this.resolution = works.resolution();
    this.efforts = works.efforts();
    this.deliveries = works.deliveries();
    this.clock = clock;
  }

  /// What they said and when; `problem` and `words` say what is wrong.
  public record Word(String kind, String problem, String words, Instant at) {}

  /// *Yes, it's sorted.* The conversation is over; a second tap changes nothing.
  public void sorted(ConversationId id, String words) {
    database.useTransaction(tx -> {
      insert(tx, id, "sorted", null, words);
      resolution.confirm(id);
      events.publish(house.conversations().get(id).customer(), new CustomerSaidSorted(id));
    });
  }

  /// *Not yet.* Gives the promise that they will hear from us, and by when.
  public Promise notYet(ConversationId id, String problem, String words) {
    if (problem.isBlank() && words.isBlank())
      throw new Refusal("Tell us what's wrong, in a word or two.");
    return reopen(id, "not_yet", problem, words);
  }

  /// They said sorted before and it is not.
  public Promise notSortedAfterAll(ConversationId id) {
    return reopen(id, "not_sorted_after_all", "", "");
  }

  public void hadToRepeat(ConversationId id) {
    database.useTransaction(tx -> {
      insert(tx, id, "had_to_repeat", null, "");
      efforts.spend(id, Effort.REPEAT, 1);
      events.publish(house.conversations().get(id).customer(), new CustomerHadToRepeat(id));
    });
  }

  /// Everything they said, oldest first.
  public List<Word> of(ConversationId id) {
    return database.read(tx -> tx.createQuery(
            "select * from confirmation where conversation = :id order by at")
        .bind("id", id)
        .map((row, context) -> new Word(
            row.getString("kind"),
            String.valueOf(row.getString("problem")),
            row.getString("words"),
            Rows.time(row, "at")))
        .list());
  }

  /// Whoever is on it, else who promised something last, else the owner.
  public Agent whoKnowsTheStory(Conversation conversation) {
    var team = house.team();
    var onIt = conversation.agent() == null ? null : team.get(conversation.agent());
    if (onIt != null && onIt.isHere()) return onIt;
    return promises.in(List.of(conversation.id())).stream()
        .map(promise -> team.get(promise.madeBy()))
        .filter(Agent::isHere)
        .reduce((first, last) -> last)
        .orElseGet(team::owner);
  }

  private Promise reopen(ConversationId id, String kind, String problem, String words) {
    return database.inTransaction(tx -> {
      insert(tx, id, kind, problem, words);
      resolution.reopen(id);
      var conversation = house.conversations().get(id);
      events.publish(conversation.customer(), new CustomerSaidNotYet(id));
      var knower = whoKnowsTheStory(conversation);
      var customer = house.customers().get(conversation.customer());
      var promise = answer(conversation, knower, customer.firstName());
      tell(knower, conversation, customer.firstName() + " says it's not sorted", problem, words);
      return promise;
    });
  }

  /// One answer is owed, however often they tap.
  private Promise answer(Conversation conversation, Agent knower, String name) {
    var what = "Find out what isn't sorted for " + name + " and write back";
    return promises.in(List.of(conversation.id())).stream()
        .filter(promise -> promise.isOpen() && promise.what().equals(what))
        .findFirst()
        .orElseGet(() -> promises.make(
            knower.id(),
            new Commitment(
                conversation.id(),
                what,
                Kind.CALLBACK,
                knower.id(),
                null,
                house.shop().hours().plusOpen(clock.instant(), ANSWER),
                Channel.PAGE)));
  }

  private void tell(
      Agent agent, Conversation conversation, String headline, String problem, String words) {
    var letter = Map.of(
        "subject", headline + ": " + conversation.matter(),
        "words", (problem + "\n" + words).strip(),
        "path", "/c/" + conversation.id());
    deliveries.queue(Deliveries.LETTER, agent.email(), conversation.id().value(), letter);
  }

  private void insert(
      Handle tx,
      ConversationId id,
      String kind,
      @org.jspecify.annotations.Nullable String problem,
      String words) {
    if (words.length() > LONGEST) throw new Refusal("Say it in fewer words, or write us a mail.");
    tx.createUpdate("""
            insert into confirmation (id, conversation, kind, problem, words, at)
            values (:id, :conversation, :kind, :problem, :words, :now)
            """)
        .bind("id", Id.fresh())
        .bind("conversation", id)
        .bind("kind", kind)
        .bind("problem", problem)
        .bind("words", words.strip())
        .bind("now", clock.instant())
        .execute();
  }
}
