package kept.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Telephone numbers as people type them and carriers send them, in E.164 (ITU-T). Pure.
public final class PhoneNumbers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  /// Work everywhere in the networks of mobile phones (3GPP TS 22.101), and mostly elsewhere.
  private static final Set<String> EVERYWHERE = Set.of("112", "911");

  /// The region of numbers that belong to none, in the library's letters.
  public static final String NOWHERE = "ZZ";

  /// What else calls for help somewhere.
  private static final List<String> ELSEWHERE =
      List.of("000", "110", "111", "113", "115", "117", "118", "119", "120", "122", "999");

  private PhoneNumbers() {}

  /// The number that this means to people of a region (ISO 3166, two letters); empty where it
  /// means none, as for a caller who withholds theirs.
  public static Optional<String> e164(String written, String region) {
    try {
      var number = NUMBERS.parse(written, region);
      return NUMBERS.isPossibleNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  /// One of our own numbers, which has to begin with a plus.
  public static String ours(String written) {
    return e164(written, NOWHERE)
        .orElseThrow(() -> new Refusal("Write the number with its country, like +1 415 555 0100."));
  }

  /// As people of its country write it: "(415) 555-0142".
  public static String words(String e164) {
    try {
      return NUMBERS.format(NUMBERS.parse(e164, NOWHERE), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException none) {
      return e164;
    }
  }

  /// Whose number it is: `US`; `ZZ` where it belongs to none.
  public static String region(String e164) {
    try {
      var region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(e164, NOWHERE));
      return region == null ? NOWHERE : region;
    } catch (NumberParseException none) {
      return NOWHERE;
    }
  }

  /// The prefix of a number's country, without the plus.
  public static String country(String e164) {
    try {
      return Integer.toString(NUMBERS.parse(e164, NOWHERE).getCountryCode());
    } catch (NumberParseException none) {
      return "";
    }
  }

  /// The prefix of a region's country; "0" for none.
  public static String countryOf(String region) {
    return Integer.toString(NUMBERS.getCountryCodeForRegion(region));
  }

  /// Whether a text may arrive there: a mobile, or a number that does not say what it is.
  public static boolean mayGetTexts(String e164) {
    try {
      return switch (NUMBERS.getNumberType(NUMBERS.parse(e164, NOWHERE))) {
        case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, UNKNOWN -> true;
        case FIXED_LINE, TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PAGER, UAN, VOICEMAIL -> false;
      };
    } catch (NumberParseException none) {
      return false;
    }
  }

  /// Whether a call there costs far more than others: a toll of its own, or a part of one.
  public static boolean isPremium(String e164) {
    try {
      var type = NUMBERS.getNumberType(NUMBERS.parse(e164, NOWHERE));
      return type == PhoneNumberUtil.PhoneNumberType.PREMIUM_RATE
          || type == PhoneNumberUtil.PhoneNumberType.SHARED_COST;
    } catch (NumberParseException none) {
      return false;
    }
  }

  public static boolean isEmergency(String dialled, String region) {
    return EVERYWHERE.contains(dialled)
        || (!region.equals(NOWHERE)
            && ShortNumberInfo.getInstance().isEmergencyNumber(dialled, region));
  }

  /// What is dialled for help in a region.
  public static Set<String> emergencies(String region) {
    var numbers = new HashSet<>(EVERYWHERE);
    for (var each : ELSEWHERE) if (isEmergency(each, region)) numbers.add(each);
    return Set.copyOf(numbers);
  }
}
