package kept.phone;

import kept.platform.PhoneNumbers;
import kept.platform.Refusal;

/// Numbers as people write them on the desk, which the shop calls or refuses to call. Threads may
/// share this object.
final class Dialling {
  private final Switchboard.House house;
  private final Reach reach;

  Dialling(Switchboard board) {
    house = board.house();
    reach = board.reach();
  }

  /// In E.164. What a trunk would refuse is refused here, in words.
  String read(String written) {
    var region = reach.region();
    var digits = written.replaceAll("[^0-9]", "");
    if (isForHelp(digits, region))
      throw new Refusal("Call for help from a phone itself, so that help knows where you are.");
    var e164 = PhoneNumbers.e164(written, region)
        .orElseThrow(() -> new Refusal("That is no number that could be dialled."));
    if (house.lines().list().stream().map(ShopLine::number).anyMatch(e164::equals))
      throw new Refusal("That is a number of yours.");
    if (PhoneNumbers.isPremium(e164))
      throw new Refusal("Every minute to this number costs extra. Kept never calls such numbers.");
    if (!isWhereWeAre(e164))
      throw new Refusal("Kept calls only the countries that numbers of yours are in.");
    return e164;
  }

  /// With the country before it, it calls for help as well.
  private static boolean isForHelp(String digits, String region) {
    var country = PhoneNumbers.countryOf(region);
    var national = digits.startsWith(country) ? digits.substring(country.length()) : digits;
    return PhoneNumbers.isEmergency(digits, region) || PhoneNumbers.isEmergency(national, region);
  }

  private boolean isWhereWeAre(String e164) {
    var country = PhoneNumbers.country(e164);
    return house.lines().list().stream()
        .anyMatch(ours -> PhoneNumbers.country(ours.number()).equals(country));
  }
}
