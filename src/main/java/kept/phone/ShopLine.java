package kept.phone;

import kept.frontdoor.FrontDoorId;

/// A number of ours (E.164) and the front door that it leads to.
public record ShopLine(LineId id, String number, String name, FrontDoorId frontDoor) {}
