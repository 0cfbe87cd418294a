package kept.frontdoor;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Set;
import kept.platform.Refusal;

/// A number as an owner types it into a plan, and as people read it. Pure.
public final class OutsideNumber {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NOWHERE = "ZZ";
  /// Work everywhere in the networks of mobile phones (3GPP TS 22.101).
  private static final Set<String> EVERYWHERE = Set.of("112", "911");

  private OutsideNumber() {}

  /// The number in E.164; it has to name its country.
  public static String read(String written) {
    try {
      var number = NUMBERS.parse(written, NOWHERE);
      if (NUMBERS.isPossibleNumber(number)) return NUMBERS.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException none) {
      // said below
    }
    throw new Refusal("Write the number with its country, like +1 415 555 0142.");
  }

  /// The same where it can be read, else as it was typed: law 6 says what is wrong with it.
  public static String orAsTyped(String written) {
    try {
      return read(written);
    } catch (Refusal unreadable) {
      return written;
    }
  }

  /// As people of its country write it: "(415) 555-0142".
  public static String words(String e164) {
    try {
      return NUMBERS.format(NUMBERS.parse(e164, NOWHERE), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException none) {
      return e164;
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
      var number = NUMBERS.parse(written, NOWHERE);
      var national = NUMBERS.getNationalSignificantNumber(number);
      return NUMBERS.getRegionCodesForCountryCode(number.getCountryCode()).stream()
          .anyMatch(region -> ShortNumberInfo.getInstance().isEmergencyNumber(national, region));
    } catch (NumberParseException none) {
      return NUMBERS.getSupportedRegions().stream()
          .anyMatch(region -> ShortNumberInfo.getInstance().isEmergencyNumber(digits, region));
    }
  }
}
