package kept.conversations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kept.platform.Database;
import kept.platform.Event;
import kept.platform.Events;
import kept.platform.Id;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// How a matter ends: we say it is done and ask, the customer says it is sorted (law 7), or seven
/// days of silence lapse it. Threads may share this object.
public final class Resolution {
  /// Silence after this long is shown as silence, never as sorted.
  private static final Duration SILENCE = Duration.ofDays(7);

  /// Asking sooner, with nothing said in between, is asking the same twice.
  private static final Duration ASKED_FOR = Duration.ofDays(1);

  private final Database database;
  private final Events events;
  private final Efforts efforts;
  private final InstantSource clock;
  private final ConversationStore store = new ConversationStore();
  private final WaitingStore waiting = new WaitingStore();

  public Resolution(Database database, Events events, Efforts efforts, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.efforts = efforts;
    this.clock = clock;
  }

  /// True for a day after we asked if it is sorted, while nobody said anything. Nobody else moves
  /// the matter before the running transaction ends.
  public boolean isAsked(ConversationId id) {
    return database.inTransaction(tx -> {
      store.lock(tx, id);
      var matter = store.conversation(tx, id);
      return matter.isPresent() && isAsked(matter.get());
    });
  }

  /// We think it is done and wait for their word.
  public void resolve(AgentId by, ConversationId id) {
    var moved = move(
        by, id, List.of(State.OPEN, State.WAITING), State.WAITING, new ConversationResolved(id));
    if (!moved) throw new Refusal("This one is over already.");
  }

  /// They said that it is sorted. Saying it twice changes nothing.
  public void confirm(ConversationId id) {
    move(
        null,
        id,
        List.of(State.OPEN, State.WAITING, State.LAPSED),
        State.CONFIRMED,
        new ConversationConfirmed(id));
  }

  /// They said that it is not, or not after all. It costs them; that is counted.
  public void reopen(ConversationId id) {
    database.useTransaction(tx -> {
      var from = List.of(State.OPEN, State.WAITING, State.CONFIRMED, State.LAPSED);
      if (!move(null, id, from, State.OPEN, new ConversationReopened(id))) return;
      efforts.spend(id, Effort.REOPENED, 1);
    });
  }

  /// Lapses what has been silent for too long; says how many.
  public int lapseSilent() {
    var silent = database.read(tx -> waiting.silentSince(tx, clock.instant().minus(SILENCE)));
    for (var id : silent) {
      move(null, id, List.of(State.WAITING), State.LAPSED, new ConversationLapsed(id));
    }
    return silent.size();
  }

  private boolean isAsked(Conversation matter) {
    var asked = matter.resolvedAt();
    return matter.state() == State.WAITING
        && asked != null
        && !matter.movedAt().isAfter(asked)
        && clock.instant().isBefore(asked.plus(ASKED_FOR));
  }

  private boolean move(@Nullable Id by, ConversationId id, List<State> from, State to, Event fact) {
    return database.inTransaction(tx -> {
      if (!store.move(tx, id, from, to, clock.instant())) return false;
      events.publish(by, fact);
      return true;
    });
  }
}
