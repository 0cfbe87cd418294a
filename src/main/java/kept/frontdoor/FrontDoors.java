package kept.frontdoor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Team;
import org.jdbi.v3.core.Handle;

/// The plans for whoever rings, each refused that breaks law 6; their drafts; and what they were
/// before. Threads may share this object once wired.
public final class FrontDoors {
  private static final Limit NAME = new Limit(60, "Give it a shorter name.");

  private final Database database;
  private final Events events;
  private final Team team;
  private final GreetingFiles files;
  private final InstantSource clock;
  private final FrontDoorStore store = new FrontDoorStore();
  private volatile Supplier<List<String>> ours = List::of;

  public FrontDoors(
      Database database, Events events, Team team, GreetingFiles files, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = team;
    this.files = files;
    this.clock = clock;
  }

  /// Everyone at once for half a minute, then a message: what a shop begins with.
  public static Plan usual() {
    return new Plan(
        false, List.of(new Wave(List.of(), Duration.ofSeconds(30))), Overflow.VOICEMAIL);
  }

  /// The numbers that lead to the shop, so that no plan sends a caller round in a circle.
  public void wire(Supplier<List<String>> numbers) {
    ours = numbers;
  }

  public List<FrontDoor> list() {
    return database.read(store::list);
  }

  public FrontDoor get(FrontDoorId id) {
    return list().stream()
        .filter(door -> door.id().equals(id))
        .findFirst()
        .orElseThrow(FrontDoors::notThere);
  }

  /// Why callers could not be met by this plan.
  public List<Objection> objections(Plan plan) {
    return LawSix.objections(plan, team.everyone(), ours.get());
  }

  /// Makes a plan, or changes the one with this id; what it was before is kept.
  public FrontDoor set(AgentId by, FrontDoor door) {
    var name = NAME.check(door.name());
    if (name.isEmpty()) throw new Refusal("Give the front door a name.");
    var measured = new FrontDoor(door.id(), name, files.measured(door.plan()));
    return database.inTransaction(tx -> put(tx, by, measured));
  }

  public Optional<DoorDraft> draft(FrontDoorId id) {
    return database.read(tx -> store.draft(tx, id));
  }

  /// Changes the draft, or begins one. A draft that is the plan in force again is none.
  public void draft(AgentId by, FrontDoorId id, UnaryOperator<Plan> change) {
    database.useTransaction(tx -> {
      var door = store.locked(tx, id).orElseThrow(FrontDoors::notThere);
      var before = store.draft(tx, id).map(DoorDraft::plan).orElse(door.plan());
      var draft = change.apply(before);
      if (draft.equals(door.plan())) store.dropDraft(tx, id);
      else store.setDraft(tx, id, draft, by, clock.instant());
      events.publish(by, new FrontDoorDrafted(id));
    });
  }

  /// Whoever rings from now on meets the draft.
  public FrontDoor use(AgentId by, FrontDoorId id) {
    return database.inTransaction(tx -> {
      var door = store.locked(tx, id).orElseThrow(FrontDoors::notThere);
      var draft = store
          .draft(tx, id)
          .orElseThrow(() -> new Refusal("There is no draft: this door is in use already."));
      return put(tx, by, new FrontDoor(id, door.name(), draft.plan()));
    });
  }

  /// What a door was before, the latest first.
  public List<PastDoor> past(FrontDoorId id) {
    return database.read(tx -> store.past(tx, id));
  }

  /// Whether this file is, or was, a greeting of some door.
  public boolean isGreeting(String file) {
    return database.read(tx -> store.list(tx).stream().anyMatch(door -> {
      return door.plan().greetings().says(file)
          || store.draft(tx, door.id()).stream()
              .anyMatch(draft -> draft.plan().greetings().says(file))
          || store.past(tx, door.id()).stream()
              .anyMatch(past -> past.plan().greetings().says(file));
    }));
  }

  private FrontDoor put(Handle tx, AgentId by, FrontDoor door) {
    var objections = objections(door.plan());
    if (!objections.isEmpty()) throw new Refusal(sentences(objections));
    if (store.isTaken(tx, door.name(), door.id()))
      throw new Refusal("There is a front door of that name already.");
    var now = clock.instant();
    var before = store.locked(tx, door.id());
    if (before.isPresent() && !before.get().plan().equals(door.plan()))
      store.keepPast(tx, door.id(), by, now);
    store.put(tx, door, by, now);
    store.dropDraft(tx, door.id());
    events.publish(by, new FrontDoorChanged(door.id()));
    return door;
  }

  private static String sentences(List<Objection> objections) {
    return objections.stream().map(Objection::sentence).collect(Collectors.joining(" "));
  }

  private static NotFound notThere() {
    return new NotFound("There is no such front door.");
  }
}
