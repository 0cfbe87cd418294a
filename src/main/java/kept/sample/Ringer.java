package kept.sample;

import java.util.List;
import kept.line.sip.Identity;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Somebody who may ring the sample shop.
///
/// @param number in E.164; null when withheld
/// @param name that their carrier sends along
record Ringer(@Nullable String number, String name) {
  /// Who rings at the first press of the button, at the second, and so on: somebody with a promise,
  /// somebody with two, somebody new, and somebody who does not say.
  static final List<Ringer> IN_TURN = List.of(
      new Ringer("+14155550142", "Chuck Alvarez"),
      new Ringer("+14155550126", "Luis Ortega"),
      new Ringer("+14155550188", ""),
      new Ringer(null, ""));

  private static final String WITHHELD = "anonymous";

  /// As somebody writes it who sends them; an empty number is a withheld one.
  static Ringer of(String number, String name) {
    if (number.isBlank() || number.equals(WITHHELD)) return new Ringer(null, name);
    return PhoneNumbers.e164(number, PhoneNumbers.NOWHERE)
        .map(known -> new Ringer(known, name))
        .orElseThrow(
            () -> new Refusal(
                "Say who rings, like {\"from\":\"+14155550142\"}; \"anonymous\" withholds the number."));
  }

  Identity identity() {
    return new Identity(name, number == null ? WITHHELD : number);
  }
}
