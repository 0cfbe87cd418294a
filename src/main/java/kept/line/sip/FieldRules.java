package kept.line.sip;

import java.util.HashSet;
import java.util.regex.Pattern;

/// What header fields must look like before they are parsed: each rule is one of RFC 3261, and
/// most are broken by a message of RFC 4475.
final class FieldRules {

  /// RFC 3261 8.1.1.5: a sequence number is less than 2^31.
  private static final long MOST_SEQUENCE = (1L << 31) - 1;

  /// Two billion seconds; RFC 3261 20.19 allows twice that, the parser behind does not.
  private static final long MOST_SECONDS = Integer.MAX_VALUE;

  private static final int MOST_FORWARDS = 255;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private static final Pattern CSEQ = Pattern.compile("([0-9]++)[ \t]++(\\S++)");

  /// RFC 3261 20.17: always GMT (RFC 4475 baddate).
  private static final Pattern DATE = Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} "
      + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
      + "[0-9]{2}:[0-9]{2}:[0-9]{2} GMT");

  private FieldRules() {}

  static void check(RawMessage raw) throws MalformedMessage {
    var seen = new HashSet<String>();
    checkCharacters(raw.startLine());
    for (var field : raw.fields()) {
      var name = field.canonical();
      if (!FieldCursor.isToken(name)) throw new MalformedMessage("a name is a token");
      if (!seen.add(name) && HeaderName.isSingle(name))
        throw new MalformedMessage("two fields where one may be");
      checkField(name, field.value());
    }
  }

  /// One field by itself, under its canonical name.
  static void checkField(String name, String value) throws MalformedMessage {
    checkCharacters(value);
    switch (name) {
      case "from", "to", "refer-to", "referred-by" -> AddressRules.checkOne(value);
      case "contact",
          "route",
          "record-route",
          "reply-to",
          "p-asserted-identity",
          "p-preferred-identity" -> AddressRules.checkList(value);
      case "via" -> AddressRules.checkVia(value);
      case "call-id" -> checkCallId(value);
      case "cseq" -> checkSequence(value);
      case "date" -> checkDate(value);
      case "content-length" -> checkNumber(value, RawMessage.MOST_BODY_BYTES);
      case "max-forwards" -> checkNumber(value, MOST_FORWARDS);
      case "expires", "min-expires" -> checkNumber(value, MOST_SECONDS);
      case "session-expires", "min-se", "retry-after" -> checkNumber(digits(value), MOST_SECONDS);
      case "rseq" -> checkNumber(value, MOST_SEQUENCE);
      default -> {}
    }
  }

  /// Control characters stand behind a backslash in quotes, or nowhere (RFC 4475 intmeth has
  /// them).
  private static void checkCharacters(String text) throws MalformedMessage {
    var quoted = false;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if ((c < ' ' && c != '\t') || c == 0x7F) throw new MalformedMessage("a control character");
      if (c == '"') quoted = !quoted;
      if (c == '\\' && quoted) at++;
    }
  }

  private static void checkCallId(String value) throws MalformedMessage {
    if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' '))
      throw new MalformedMessage("a Call-ID is one word");
  }

  private static void checkSequence(String value) throws MalformedMessage {
    var matcher = CSEQ.matcher(value);
    if (!matcher.matches() || !FieldCursor.isToken(matcher.group(2)))
      throw new MalformedMessage("CSeq is a number and a method");
    checkNumber(matcher.group(1), MOST_SEQUENCE);
  }

  private static void checkDate(String value) throws MalformedMessage {
    if (!DATE.matcher(value).matches()) throw new MalformedMessage("no date");
  }

  private static void checkNumber(String digits, long most) throws MalformedMessage {
    if (!NUMBER.matcher(digits).matches() || Long.parseLong(digits) > most)
      throw new MalformedMessage("no number, or too large a number");
  }

  private static String digits(String value) {
    var end = 0;
    while (end < value.length() && Character.isDigit(value.charAt(end))) end++;
    return value.substring(0, end);
  }
}
