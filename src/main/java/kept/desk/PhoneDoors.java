package kept.desk;

import java.time.InstantSource;
import kept.frontdoor.FrontDoors;
import kept.phone.HelpCalls;
import kept.phone.PbxKeys;
import kept.phone.PhoneLine;
import kept.phone.Phones;
import kept.phone.Recordings;
import kept.phone.ShopLines;
import kept.phone.ShopTrunks;
import kept.team.Shop;
import kept.team.Team;

/// The doors of the rooms that the settings of the phone go through.
public record PhoneDoors(
    Phones phones,
    ShopLines lines,
    ShopTrunks trunks,
    FrontDoors frontDoors,
    PhoneLine line,
    PbxKeys pbxKeys,
    Recordings recordings,
    HelpCalls helpCalls,
    People people) {

  /// Whose phones they are, and in whose time things are told.
  public record People(Team team, Shop shop, InstantSource clock) {}
}
