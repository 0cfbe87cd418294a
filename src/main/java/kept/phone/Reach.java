package kept.phone;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.frontdoor.Wave;
import kept.line.Leg;
import kept.line.Line;
import kept.line.Target;
import kept.line.sip.Identity;
import kept.platform.PhoneNumbers;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Where people ring: the phones of those who are free, and the trunks to everybody else. Threads
/// may share this object.
final class Reach {
  private final Switchboard.House house;
  private final Supplier<Set<AgentId>> busy;
  private volatile @Nullable Line line;

  /// Whose phone rings. A mobile may be answered by a mailbox, so it proves that a person has it.
  record Ringer(AgentId agent, boolean mobile) {}

  /// @param busy who is in a call
  Reach(Switchboard.House house, Supplier<Set<AgentId>> busy) {
    this.house = house;
    this.busy = busy;
  }

  /// Over this line from now on; over none while it is closed.
  void use(@Nullable Line opened) {
    line = opened;
  }

  boolean isOpen() {
    return line != null;
  }

  Line line() {
    var opened = line;
    if (opened == null) throw new IllegalStateException("The line is not open.");
    return opened;
  }

  /// The country that the shop's first number is in.
  String region() {
    return house
        .lines()
        .first()
        .map(ours -> PhoneNumbers.region(ours.number()))
        .orElse(PhoneNumbers.NOWHERE);
  }

  /// Whoever is called sees the shop's number.
  List<Target> over(String number) {
    return over(number, house.shop().business().name());
  }

  private List<Target> over(String number, String name) {
    var shown = house.lines().first().map(ShopLine::number).orElse("anonymous");
    var from = new Identity(name, shown);
    return line().trunksTo(number).stream().map(to -> new Target(to, from)).toList();
  }

  List<Target> ringing(Phone phone, Identity from) {
    return line().phonesOf(phone.userName()).stream()
        .map(to -> new Target(to, from))
        .toList();
  }

  /// Who calls, as a phone of ours shows it.
  Identity shown(PhoneCall call) {
    var customer = house.customers().get(call.customer());
    return new Identity(customer.name(), call.number() == null ? "anonymous" : call.number());
  }

  Identity shown(String name, String number) {
    return new Identity(name, number);
  }

  /// Phones of one of us that are registered: no mailbox answers them.
  Map<Target, Ringer> registeredOf(AgentId agent, Identity from) {
    var found = new LinkedHashMap<>(phonesOf(List.of(agent), from, false));
    found.values().removeIf(Ringer::mobile);
    return found;
  }

  /// The phones of these people, and the mobiles of those who want theirs to ring.
  Map<Target, Ringer> phonesOf(Collection<AgentId> agents, Identity from) {
    return phonesOf(agents, from, false);
  }

  /// The phones of these people and every mobile of theirs, wanted or not.
  Map<Target, Ringer> allPhonesOf(Collection<AgentId> agents, Identity from) {
    return phonesOf(agents, from, true);
  }

  private Map<Target, Ringer> phonesOf(
      Collection<AgentId> agents, Identity from, boolean everyMobile) {
    var found = new LinkedHashMap<Target, Ringer>();
    for (var phone : house.phones().of(agents))
      for (var target : ringing(phone, from)) found.put(target, new Ringer(phone.agent(), false));
    for (var agent : house.team().here()) {
      var mobile = agent.mobile();
      if (mobile == null || !(mobile.rings() || everyMobile) || !agents.contains(agent.id()))
        continue;
      over(mobile.number(), from.display()).stream()
          .findFirst()
          .ifPresent(target -> found.put(target, new Ringer(agent.id(), true)));
    }
    return found;
  }

  /// People of a wave who are free and may be disturbed now.
  Set<AgentId> free(Wave wave) {
    var free = atHand(wave).collect(Collectors.toCollection(HashSet::new));
    free.removeAll(busy.get());
    return free;
  }

  boolean isFree(AgentId agent) {
    return !busy.get().contains(agent);
  }

  /// Whether a caller would reach somebody as soon as one of us hangs up.
  boolean somebodyTalks(Collection<Wave> waves) {
    var talking = busy.get();
    return waves.stream().flatMap(this::atHand).anyMatch(talking::contains);
  }

  private Stream<AgentId> atHand(Wave wave) {
    var absent = house.presence().running().keySet();
    var silent = house.presence().silent(house.clock().instant());
    return house.team().here().stream()
        .filter(Agent::takingCalls)
        .map(Agent::id)
        .filter(id -> wave.isEveryone() || wave.agents().contains(id))
        .filter(id -> !absent.contains(id) && !silent.contains(id));
  }

  /// Whose phone this is, of those that a call was handed to.
  @Nullable
  AgentId agentAt(Leg leg) {
    return house.phones().list().stream()
        .filter(phone -> line().phonesOf(phone.userName()).stream()
            .anyMatch(to -> leg.target() != null && to.equals(leg.target().to())))
        .map(Phone::agent)
        .findFirst()
        .orElse(null);
  }
}
