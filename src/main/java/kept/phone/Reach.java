package kept.phone;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /// The country that the shop's first number is in.
  String region() {
    return house
        .lines()
        .first()
        .map(ours -> PhoneNumbers.region(ours.number()))
        .orElse(PhoneNumbers.NOWHERE);
  }

  List<Target> over(String number) {
    var shown = house.lines().first().map(ShopLine::number).orElse("anonymous");
    var from = new Identity(house.shop().business().name(), shown);
    return open().trunksTo(number).stream().map(to -> new Target(to, from)).toList();
  }

  List<Target> ringing(Phone phone, Identity from) {
    return open().phonesOf(phone.userName()).stream()
        .map(to -> new Target(to, from))
        .toList();
  }

  /// Phones of a wave's people who are free and have not been rung for this call.
  Map<Target, AgentId> phonesOf(Wave wave, PhoneCall call, Set<AgentId> rung) {
    var free = free(wave);
    free.removeAll(rung);
    var customer = house.customers().get(call.customer());
    var from = new Identity(customer.name(), call.number() == null ? "anonymous" : call.number());
    var found = new LinkedHashMap<Target, AgentId>();
    for (var phone : house.phones().of(free))
      for (var target : ringing(phone, from)) found.put(target, phone.agent());
    return found;
  }

  private Set<AgentId> free(Wave wave) {
    var absent = house.presence().running().keySet();
    var talking = busy.get();
    return house.team().here().stream()
        .filter(Agent::takingCalls)
        .map(Agent::id)
        .filter(id -> wave.isEveryone() || wave.agents().contains(id))
        .filter(id -> !absent.contains(id) && !talking.contains(id))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Whose phone this is, of those that a call was handed to.
  @Nullable
  AgentId agentAt(Leg leg) {
    return house.phones().list().stream()
        .filter(phone -> open().phonesOf(phone.userName()).stream()
            .anyMatch(to -> leg.target() != null && to.equals(leg.target().to())))
        .map(Phone::agent)
        .findFirst()
        .orElse(null);
  }

  private Line open() {
    var opened = line;
    if (opened == null) throw new IllegalStateException("The line is not open.");
    return opened;
  }
}
