package kept.desk;

import kept.platform.PhoneNumbers;

/// How a number that people know already is sent on to one that rings here: what is dialled on its
/// phone, what takes it back, and what to do where neither works. Pure.
///
/// North America's phone companies take `*72` and `*73`. Elsewhere the codes of mobile networks
/// (3GPP TS 22.030, annex B) are the ones that most companies take on landlines too.
public record Forwarding(String code, String dialled, String undo, String note, String otherwise) {
  private static final String NORTH_AMERICA = "1";

  /// To a number in E.164.
  static Forwarding to(String number) {
    var mobile = "**21*" + number + "#";
    if (!PhoneNumbers.country(number).equals(NORTH_AMERICA))
      return new Forwarding(
          mobile,
          mobile,
          "##21#",
          "You hear a tone, or read that it is done.",
          "Landlines of some companies want *21* in front and # behind, with the number as you would"
              + " dial it. Your company’s help has it under “call forwarding”.");
    var digits = number.substring(2);
    return new Forwarding(
        "*72 " + PhoneNumbers.words(number).replaceAll("\\D+", " ").strip(),
        "*72" + digits,
        "*73",
        "You hear two beeps.",
        "A mobile wants " + mobile + " instead, and ##21# to take it back. With cable and internet"
            + " phones it is a switch in your account, under “call forwarding, always”.");
  }
}
