package kept.promises.hearing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Leaves of a text what its writer says now: older mail below it and what they quote of somebody
/// become blanks, so that every other letter stays in its place.
///
/// A note of what we told the customer keeps its quotation: that is what we promised.
final class OwnWords {
  private static final Pattern QUOTED = Pattern.compile(
      "“([^”]+)”|(?<![\\w\"])\"(?=\\S)([^\"\\n]+)\"|(?<!\\w)['‘](?=\\w)(.+?)['’](?!\\w)");
  private static final int SHORTEST = 3;
  private static final int LEAD_IN = 80;

  private final Pattern olderMail;
  private final Pattern saying;
  private final Pattern tellingThem;

  OwnWords(Sheet sheet) {
    olderMail = any("(?im)^\\s*", sheet.lines("older mail"), "\\s*$(?!\\s*>)");
    saying = any("(?i)", sheet.lines("saying"), "\\W*$");
    tellingThem = any("(?i)", sheet.lines("telling them"), "");
  }

  String of(String text) {
    var older = olderMail.matcher(text);
    var own = older.find() ? text.substring(0, older.start()) : text;
    return QUOTED.matcher(own).replaceAll(quoted -> isOthers(own, quoted) ? blank(quoted) : "$0");
  }

  private static Pattern any(String before, List<String> lines, String after) {
    return Pattern.compile(before + "(?:" + String.join("|", lines) + ")" + after);
  }

  /// A title ("the 'Sea View' room") is no speech, nor is a text that is one quotation.
  private boolean isOthers(String text, MatchResult quoted) {
    var whole = quoted.end() - quoted.start() >= text.strip().length();
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
