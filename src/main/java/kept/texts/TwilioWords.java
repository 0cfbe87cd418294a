package kept.texts;

import org.jspecify.annotations.Nullable;

/// What Twilio's error codes mean to a shop. Pure.
final class TwilioWords {
  /// They told us or Twilio to stop.
  static final String NO_MORE = "They asked for no more texts. They have to text START first.";

  private static final String STOPPED = "21610";

  private TwilioWords() {}

  /// @param said Twilio's own words, for a code that we have none for
  static String of(@Nullable String code, String said) {
    if (code == null || code.isBlank()) return said.isBlank() ? "No reason was given." : said;
    return switch (code) {
      case "20003", "20404", "20005" ->
        "Twilio doesn’t know the account or its token. Set it up again under Settings, Texts.";
      case STOPPED -> NO_MORE;
      case "21211", "21401", "21421" -> "That is not a number.";
      case "21614", "30006" -> "That number can’t get texts: it may be a landline.";
      case "21408" ->
        "The Twilio account may not text to that country. Allow it there, under Geo permissions.";
      case "21212", "21603", "21606", "21659" ->
        "Our number can’t send texts from this Twilio account.";
      case "21608" -> "A trial account of Twilio texts only to numbers that it has confirmed.";
      case "21612" -> "Twilio has no way from our number to theirs.";
      case "21617" -> "It is too long for a text.";
      case "30001", "30022" -> "Too many texts were waiting at Twilio.";
      case "30002" -> "The Twilio account is suspended.";
      case "30003" -> "Their phone can’t be reached: it may be off or out of range.";
      case "30004" -> "Their phone or carrier blocks our texts.";
      case "30005" -> "That number is not in use.";
      case "30007" -> "Their carrier took it for spam.";
      case "30008" -> "Their carrier didn’t take it and gave no reason.";
      case "30034" -> "Our number is not registered for texts with carriers (A2P 10DLC).";
      default ->
        said.isBlank() ? "Twilio’s error " + code + "." : said + " (Twilio’s error " + code + ")";
    };
  }

  /// Whether the account is at fault rather than this text: once it is mended, the text goes.
  static boolean isOurs(int status, String code) {
    return status == 401
        || status == 403
        || code.equals("20003")
        || code.equals("20404")
        || code.equals("30002");
  }
}
