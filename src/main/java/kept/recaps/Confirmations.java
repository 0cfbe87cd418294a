package kept.recaps;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Effort;
import kept.conversations.Efforts;
import kept.conversations.Resolution;
import kept.conversations.State;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.promises.Commitment;
import kept.promises.Endings;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.promises.Promises;
import kept.team.Agent;
import kept.team.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The customer's own word, given on their page: sorted, not yet, not sorted after all, had to
/// repeat.
///
/// *Not yet* reopens the matter, promises them an answer and tells whoever knows the story. Threads
/// may share this object.
public final class Confirmations {
  /// How soon they hear from a person after *Not yet*, in opening hours.
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(60);

  private static final Duration A_DAY = Duration.ofDays(1);
  /// Said to both sides: the team reads it as work, the customer as our word.
  private static final String ANSWER = "Find out what isn’t sorted and write back";
  private static final String SORTED = "They say it’s sorted.";
  private static final String NOT_SORTED = " says it’s not sorted";

  private final Database database;
  private final Events events;
  private final Recaps.House house;
  private final Promises promises;
  private final Endings endings;
  private final Resolution resolution;
  private final Efforts efforts;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final ConfirmationStore store = new ConfirmationStore();

  /// What a confirmation sets in motion.
  public record Works(
      Promises promises,
      Endings endings,
      Resolution resolution,
      Efforts efforts,
      Deliveries deliveries) {}

  public Confirmations(
      Database database, Events events, Recaps.House house, Works works, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.promises = works.promises();
    this.endings = works.endings();
    this.resolution = works.resolution();
    this.efforts = works.efforts();
    this.deliveries = works.deliveries();
    this.clock = clock;
  }

  /// *Yes, it's sorted.* The conversation is over. Tapped again it changes nothing, but may bring a
  /// word of thanks to whoever did it.
  public void sorted(ConversationId id, String words) {
    database.useTransaction(tx -> {
      house.conversations().lock(id);
      var over = house.conversations().get(id).state() == State.CONFIRMED;
      var again = store.last(tx, id).filter(word -> over && word.is(SaidWord.Kind.SORTED));
      if (again.isEmpty()) {
        store.insert(tx, id, SaidWord.of(SaidWord.Kind.SORTED, words, clock.instant()));
        resolution.confirm(id);
        answerOwed(id).ifPresent(owed -> endings.noLongerNeeded(owed.id(), SORTED));
        events.publish(house.conversations().get(id).customer(), new CustomerSaidSorted(id));
      } else if (again.get().words().isEmpty()) {
        store.amend(tx, again.get().saying(null, words));
      }
      if (!words.isBlank()) thank(house.conversations().get(id), words);
    });
  }

  /// *Not yet.* One tap reopens and promises an answer; what is wrong may follow in a second one.
  /// Gives the promise that they will hear from us, and by when.
  public Promise notYet(ConversationId id, @Nullable Problem problem, String words) {
    return reopen(id, SaidWord.of(SaidWord.Kind.NOT_YET, words, clock.instant()).about(problem));
  }

  /// They said sorted before and it is not.
  public Promise notSortedAfterAll(ConversationId id) {
    return reopen(id, SaidWord.of(SaidWord.Kind.NOT_SORTED_AFTER_ALL, "", clock.instant()));
  }

  /// They had to tell us twice; counted once a day, however often they tap.
  public void hadToRepeat(ConversationId id) {
    database.useTransaction(tx -> {
      var now = clock.instant();
      if (store.saidSince(tx, id, SaidWord.Kind.HAD_TO_REPEAT, now.minus(A_DAY))) return;
      store.insert(tx, id, SaidWord.of(SaidWord.Kind.HAD_TO_REPEAT, "", now));
      efforts.spend(id, Effort.REPEAT, 1);
      events.publish(house.conversations().get(id).customer(), new CustomerHadToRepeat(id));
    });
  }

  /// Everything they said, oldest first.
  public List<SaidWord> of(ConversationId id) {
    return database.read(tx -> store.of(tx, id));
  }

  /// The promise to answer that *Not yet* made, while it is open.
  public Optional<Promise> answerOwed(ConversationId id) {
    return answerOwed(promises.in(List.of(id)));
  }

  /// The same among promises that are at hand.
  public static Optional<Promise> answerOwed(Collection<Promise> promises) {
    return promises.stream()
        .filter(promise -> promise.isOpen() && isAnswer(promise))
        .findFirst();
  }

  /// True of a promise that a *Not yet* made by itself.
  public static boolean isAnswer(Promise promise) {
    return promise.what().equals(ANSWER);
  }

  /// Whoever is on it, else who promised something last, else the owner. A helper reads no
  /// conversations, so it is never one of them.
  public Agent whoKnowsTheStory(Conversation conversation) {
    var team = house.team();
    var onIt = conversation.agent() == null ? null : team.get(conversation.agent());
    if (onIt != null && readsConversations(onIt)) return onIt;
    return promises.in(List.of(conversation.id())).stream()
        .map(promise -> team.get(promise.madeBy()))
        .filter(Confirmations::readsConversations)
        .reduce((first, last) -> last)
        .orElseGet(team::owner);
  }

  private static boolean readsConversations(Agent agent) {
    return agent.isHere() && agent.role() != Role.HELPER;
  }

  private Promise reopen(ConversationId id, SaidWord word) {
    return database.inTransaction(tx -> {
      house.conversations().lock(id);
      var owed = answerOwed(id);
      var last = store.last(tx, id).filter(SaidWord::isReopening);
      if (owed.isPresent() && last.isPresent())
        return hearMore(tx, id, last.get(), word, owed.get());
      store.insert(tx, id, word);
      resolution.reopen(id);
      var conversation = house.conversations().get(id);
      events.publish(conversation.customer(), new CustomerSaidNotYet(id));
      var knower = whoKnowsTheStory(conversation);
      tell(knower, conversation, NOT_SORTED, word);
      return owed.orElseGet(() -> answer(conversation, knower));
    });
  }

  /// They said it already and now say what is wrong: one matter, one answer owed.
  private Promise hearMore(
      Handle tx, ConversationId id, SaidWord last, SaidWord word, Promise owed) {
    if (word.isEmpty()) return owed;
    if (last.isEmpty()) store.amend(tx, last.saying(word.problem(), word.words()));
    else store.insert(tx, id, word);
    tell(house.team().get(owed.keeper()), house.conversations().get(id), NOT_SORTED, word);
    return owed;
  }

  private Promise answer(Conversation conversation, Agent knower) {
    var due = house.shop().hours().plusOpen(clock.instant(), ANSWER_WITHIN);
    return promises.make(
        knower.id(),
        new Commitment(
            conversation.id(), ANSWER, Kind.CALLBACK, knower.id(), null, due, Channel.PAGE));
  }

  /// To whoever kept the last promise, else to whoever knows the story.
  private void thank(Conversation conversation, String words) {
    var doer = promises.in(List.of(conversation.id())).stream()
        .filter(promise -> promise.state() == PromiseState.KEPT && promise.endedAt() != null)
        .max(Comparator.comparing(promise -> Objects.requireNonNull(promise.endedAt())))
        .map(promise -> house.team().get(promise.keeper()))
        .filter(Agent::isHere)
        .orElseGet(() -> whoKnowsTheStory(conversation));
    var word = SaidWord.of(SaidWord.Kind.SORTED, words, clock.instant());
    tell(doer, conversation, " says it’s sorted", word);
  }

  private void tell(Agent agent, Conversation conversation, String headline, SaidWord word) {
    var name = house.customers().get(conversation.customer()).firstName();
    var problem = word.problem() == null ? "" : word.problem().words() + "\n";
    var letter = Map.of(
        "subject", name + headline + ": " + conversation.matter(),
        "words", (problem + word.words()).strip(),
        "path", "/c/" + conversation.id());
    deliveries.queue(Deliveries.LETTER, agent.email(), conversation.id().value(), letter);
  }
}
