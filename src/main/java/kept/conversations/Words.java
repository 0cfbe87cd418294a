package kept.conversations;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looking for words in what was said: every word must occur, the last one may be only begun.
final class Words {
  /// A common word occurs in too many messages to sort them all; the newest of this many must do.
  static final String CONVERSATION_SAYS = """
      id in (select conversation from message where search @@ to_tsquery('simple', :words) limit 5000)""";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MOST_WORDS = 8;

  private Words() {}

  /// A `tsquery` in PostgreSQL's own notation; nothing but letters and digits gets into it.
  static String query(String words) {
    return WORD.matcher(words.toLowerCase(Locale.ROOT))
        .results()
        .limit(MOST_WORDS)
        .map(MatchResult::group)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }
}
