package kept.promises.hearing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Leaves of a text what its writer says now: older mail below it and what they quote of somebody
/// become blanks, so that every other letter stays in its place.
///
/// A note of what we told the customer keeps its quotation: that is what we promised.
final class OwnWords {
  /// A quotation that goes on for longer is none: looking for its end must not take long.
  private static final Pattern QUOTED = Pattern.compile("“([^”]{1,900})”"
      + "|(?<![\\w\"])\"(?=\\S)([^\"\\n]{1,900})\""
      + "|(?<!\\w)['‘](?=\\w)(.{1,300}?)['’](?!\\w)");
  private static final int SHORTEST = 3;
  private static final int LEAD_IN = 80;

  private final Pattern olderMail;
  private final Pattern saying;
  private final Pattern tellingThem;

  OwnWords(Sheet sheet) {
    olderMail = any("(?im)^[ \\t]*", sheet.lines("older mail"), "[ \\t]*$(?!\\s*>)");
    saying = any("(?i)", sheet.lines("saying"), "\\W*$");
    tellingThem = any("(?i)", sheet.lines("telling them"), "");
  }

  String of(String text) {
    var older = olderMail.matcher(text);
    var own = older.find() ? text.substring(0, older.start()) : text;
    int length = own.strip().length();
    return QUOTED
        .matcher(own)
        .replaceAll(quoted -> isOthers(own, quoted, length) ? blank(quoted) : "$0");
  }

  private static Pattern any(String before, List<String> lines, String after) {
    return Pattern.compile(before + "(?:" + String.join("|", lines) + ")" + after);
  }

  /// A title ("the 'Sea View' room") is no speech, nor is a text that is one quotation.
  private boolean isOthers(String text, MatchResult quoted, int length) {
    var whole = quoted.end() - quoted.start() >= length;
    if (whole || quoted.group().split("\\s+").length < SHORTEST) return false;
    var before = text.substring(Math.max(0, quoted.start() - LEAD_IN), quoted.start());
    var single = quoted.group(3) != null;
    if (single && !saying.matcher(before).find()) return false;
    return !tellingThem
        .matcher(before.replaceFirst("(?s).*[.!?\\n]", "").strip())
        .lookingAt();
  }

  private static String blank(MatchResult quoted) {
    return " ".repeat(quoted.end() - quoted.start());
  }
}
