package kept.frontdoor;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Set;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;

/// A number as an owner types it into a plan. Pure.
public final class OutsideNumber {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  /// Work everywhere in the networks of mobile phones (3GPP TS 22.101).
  private static final Set<String> EVERYWHERE = Set.of("112", "911");

  private OutsideNumber() {}

  /// The number in E.164; it has to name its country.
  public static String read(String written) {
    return PhoneNumbers.e164(written, PhoneNumbers.NOWHERE)
        .orElseThrow(() -> new Refusal("Write the number with its country, like +1 415 555 0142."));
  }

  /// The same where it can be read, else as it was typed: law 6 says what is wrong with it.
  public static String orAsTyped(String written) {
    try {
      return read(written);
    } catch (Refusal unreadable) {
      return written;
    }
  }

  static boolean isE164(String written) {
    try {
      return read(written).equals(written);
    } catch (Refusal unreadable) {
      return false;
    }
  }

  static void check(String written) {
    if (!isE164(written)) throw new Refusal("Write the number without gaps, like +14155550142.");
  }

  /// Whether this calls the police or an ambulance, with a country before it or without.
  static boolean callsForHelp(String written) {
    var digits = written.replaceAll("\\D", "");
    if (EVERYWHERE.contains(digits)) return true;
    try {
      var number = NUMBERS.parse(written, PhoneNumbers.NOWHERE);
      var national = NUMBERS.getNationalSignificantNumber(number);
      return NUMBERS.getRegionCodesForCountryCode(number.getCountryCode()).stream()
          .anyMatch(region -> ShortNumberInfo.getInstance().isEmergencyNumber(national, region));
    } catch (NumberParseException none) {
      return NUMBERS.getSupportedRegions().stream()
          .anyMatch(region -> ShortNumberInfo.getInstance().isEmergencyNumber(digits, region));
    }
  }
}
