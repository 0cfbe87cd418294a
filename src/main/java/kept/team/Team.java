package kept.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// The people who keep the promises, and who stands in for whom. Threads may share this object.
public final class Team {
  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final TeamStore store = new TeamStore();

  public Team(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  public Agent get(AgentId id) {
    return find(id).orElseThrow(Team::nobody);
  }

  public Optional<Agent> find(AgentId id) {
    return database.read(tx -> store.agent(tx, id));
  }

  public Optional<Agent> withEmail(String email) {
    return database.read(tx -> store.agentWithEmail(tx, email));
  }

  /// Whoever is to answer for something: they cannot leave before the running transaction ends.
  public Agent staying(AgentId id) {
    var agent = database.inTransaction(tx -> store.staying(tx, id)).orElseThrow(Team::nobody);
    if (!agent.isHere()) throw new Refusal(agent.name() + " is no longer on the team.");
    return agent;
  }

  /// Everyone who is on the team now, by name, the owner first.
  public List<Agent> here() {
    return database.read(store::agentsHere);
  }

  /// Everyone who ever was, so that old promises still have a face.
  public Map<AgentId, Agent> everyone() {
    return database.read(store::agents).stream()
        .collect(Collectors.toMap(Agent::id, Function.identity()));
  }

  public Agent owner() {
    return here().stream()
        .filter(agent -> agent.role() == Role.OWNER)
        .findFirst()
        .orElseThrow(() -> new Refusal("The shop has no owner yet. Use the set-up link first."));
  }

  /// Who hears next after this keeper: their second, else the owner, else nobody.
  public Optional<AgentId> secondOf(AgentId keeper) {
    var agent = get(keeper);
    var second = agent.second() == null ? null : find(agent.second()).orElse(null);
    if (second != null && second.isHere()) return Optional.of(second.id());
    var owner = owner();
    return owner.id().equals(keeper) ? Optional.empty() : Optional.of(owner.id());
  }

  public AgentId join(Agent agent, @Nullable String passwordHash) {
    database.useTransaction(tx -> {
      if (!store.insert(tx, agent, passwordHash, clock.instant()))
        throw new Refusal("Somebody on the team has this e-mail address already.");
      events.publish(agent.id(), new AgentJoined(agent.id(), agent.role()));
    });
    return agent.id();
  }

  /// Changes them as they are at that moment, so that two changes at once are both kept.
  public Agent change(AgentId by, AgentId id, UnaryOperator<Agent> change) {
    return database.inTransaction(tx -> {
      store.lock(tx);
      return change(by, change.apply(get(id)));
    });
  }

  public Agent change(AgentId by, Agent changed) {
    database.useTransaction(tx -> {
      store.lock(tx);
      refuseWhatCannotBe(changed);
      var same = store.agentWithEmail(tx, changed.email());
      if (same.isPresent() && !same.get().id().equals(changed.id()))
        throw new Refusal("Somebody on the team has this e-mail address already.");
      if (!store.update(tx, changed)) throw new NotFound("They are no longer on the team.");
      events.publish(by, new AgentChanged(changed.id()));
    });
    return changed;
  }

  void setPassword(AgentId id, @Nullable String passwordHash) {
    database.useTransaction(tx -> store.setPassword(tx, id, passwordHash));
  }

  /// Takes someone off the team. What they keep passes to their second, or to the owner, in the
  /// same transaction.
  public void leave(AgentId by, AgentId leaving) {
    if (owner().id().equals(leaving)) throw new Refusal("The owner can’t leave the shop.");
    database.useTransaction(tx -> {
      store.lock(tx);
      var heir = secondOf(leaving).orElse(null);
      store.forgetSecond(tx, leaving);
      events.publish(by, new AgentLeaves(leaving, heir));
      if (!store.leave(tx, leaving, clock.instant()))
        throw new NotFound("They are no longer on the team.");
    });
  }

  private static NotFound nobody() {
    return new NotFound("Nobody on the team has this address.");
  }

  private void refuseWhatCannotBe(Agent changed) {
    if (changed.name().isBlank()) throw new Refusal("Enter what the others call you.");
    var before = get(changed.id()).role();
    if (before != changed.role() && (before == Role.OWNER || changed.role() == Role.OWNER))
      throw new Refusal("A shop has one owner, and that can’t be changed here.");
    if (changed.second() == null) return;
    if (changed.second().equals(changed.id()))
      throw new Refusal("Nobody can be their own second. Choose somebody else.");
    if (!get(changed.second()).isHere())
      throw new Refusal("They are no longer on the team. Choose somebody else.");
  }
}
