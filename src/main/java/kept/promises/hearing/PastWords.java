package kept.promises.hearing;

import java.util.regex.Pattern;
import kept.promises.hearing.Dictated.Span;
import org.jspecify.annotations.Nullable;

/// English words of a time that is over, at the end of an order: "by yesterday", "two days ago".
/// Pure.
final class PastWords {
  private static final Pattern OVER =
      Pattern.compile("(?iu)(?<![\\p{L}\\p{N}'’-])(?:(?:by|until|till|before|since|on|for)\\s++)?"
          + "(?:yesterday(?:\\s++(?:morning|noon|afternoon|evening|night))?"
          + "|(?:last|previous)\\s++(?:night|week|weekend|month|year|monday|tuesday|wednesday"
          + "|thursday|friday|saturday|sunday)"
          + "|[\\p{L}\\p{N}]++\\s++(?:minute|hour|day|week|month|year)s?\\s++ago)"
          + "(?=[\\s.,!?]*+$)");

  private PastWords() {}

  static @Nullable Span in(String text) {
    var over = OVER.matcher(text);
    return over.find() ? new Span(over.start(), over.end()) : null;
  }
}
