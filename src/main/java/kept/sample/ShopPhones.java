package kept.sample;

import java.util.List;
import java.util.stream.Stream;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.line.sip.Credentials;
import kept.line.sip.Transport;
import kept.phone.Phones;
import kept.phone.ShopLines;
import kept.phone.ShopTrunk;
import kept.phone.ShopTrunks;
import kept.phone.TrunkId;
import kept.team.Agent;
import kept.team.Team;

/// The sample shop's telephone, set up as an owner would: a number, a front door, a phone on three
/// desks and a trunk. Phones and trunk are new at every start, since nobody can look up the
/// password of a phone; number and front door stay as they were changed.
///
/// @param team whose phones they are
public record ShopPhones(
    FrontDoors frontDoors, ShopLines lines, Phones phones, ShopTrunks trunks, Team team) {
  static final String NUMBER = "+14155550100";
  private static final String CARRIER = "Pretend carrier";
  private static final String PHONE = "Pretend phone";
  private static final int CHANNELS = 30;

  /// Nothing of the last start is left.
  void clear() {
    var owner = team.owner().id();
    for (var trunk : trunks.list())
      if (trunk.name().equals(CARRIER)) trunks.remove(owner, trunk.id());
    for (var phone : phones.list())
      if (phone.name().equals(PHONE)) phones.remove(owner, phone.id());
  }

  List<PretendPhone> add() {
    return Stream.of("priya", "edie", "dana").map(this::add).toList();
  }

  private PretendPhone add(String key) {
    var agent = team.withEmail(key + "@example.com").orElseThrow();
    var added = phones.add(team.owner().id(), agent.id(), PHONE);
    var proof = new Credentials(added.phone().userName(), added.password());
    return new PretendPhone(agent.firstName(), proof);
  }

  /// The carrier is at this port.
  void connect(int port) {
    var owner = team.owner();
    if (lines.list().isEmpty()) openDoor(owner);
    var carrier = new ShopTrunk(
        TrunkId.next(),
        CARRIER,
        PretendNetwork.ADDRESS,
        port,
        Transport.UDP,
        null,
        false,
        1,
        CHANNELS);
    trunks.add(owner.id(), carrier, null);
  }

  private void openDoor(Agent owner) {
    var door = new FrontDoor(FrontDoorId.next(), "Shop", FrontDoors.usual());
    frontDoors.set(owner.id(), door);
    lines.set(owner.id(), NUMBER, "The shop", door.id());
  }
}
