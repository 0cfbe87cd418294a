package kept.promises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.platform.Outgoing;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.ShopTime;

/// What alarms that fire in one transaction read once and write together: the team, the shop's
/// clock, who may be disturbed, who has been told.
final class Round {
  private final Map<AgentId, Agent> everyone;
  private final List<Agent> here;
  private final ShopTime time;
  private final Map<CustomerId, Customer> customers;
  private final Map<AgentId, Instant> disturbedFrom = new HashMap<>();
  private final Map<AgentId, Integer> unseen = new HashMap<>();
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<Telling> tellings = new ArrayList<>();

  Round(
      Map<AgentId, Agent> everyone,
      List<Agent> here,
      ShopTime time,
      Map<CustomerId, Customer> customers) {
    this.everyone = everyone;
    this.here = here;
    this.time = time;
    this.customers = customers;
  }

  Agent get(AgentId id) {
    var agent = everyone.get(id);
    if (agent == null) throw new IllegalStateException("An alarm for nobody: " + id);
    return agent;
  }

  Agent owner() {
    return here.stream()
        .filter(agent -> agent.role() == Role.OWNER)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A promise in a shop without an owner."));
  }

  List<Agent> takingCalls() {
    return here.stream()
        .filter(agent -> agent.takingCalls() && agent.role() != Role.HELPER)
        .toList();
  }

  ShopTime time() {
    return time;
  }

  Customer customer(CustomerId id) {
    var customer = customers.get(id);
    if (customer == null) throw new IllegalStateException("A promise to nobody: " + id);
    return customer;
  }

  /// From when their own things may speak.
  Instant disturbedFrom(AgentId agent, Function<AgentId, Instant> look) {
    return disturbedFrom.computeIfAbsent(agent, look);
  }

  /// How many they have not seen, with one more.
  int oneMoreUnseen(AgentId agent, Function<AgentId, Integer> look) {
    return unseen.compute(agent, (id, known) -> (known == null ? look.apply(id) : known) + 1);
  }

  void told(Telling telling) {
    tellings.add(telling);
  }

  void toldBy(Outgoing each, Telling telling) {
    outgoing.add(each);
    told(telling);
  }

  List<Outgoing> outgoing() {
    return outgoing;
  }

  List<Telling> tellings() {
    return tellings;
  }
}
