package kept.phone;

import kept.frontdoor.FrontDoorId;
import kept.platform.PhoneNumbers;

/// A number of ours (E.164) and the front door that it leads to.
public record ShopLine(LineId id, String number, String name, FrontDoorId frontDoor) {
  /// As people of its country write it: "(415) 555-0100".
  public String words() {
    return PhoneNumbers.words(number);
  }
}
