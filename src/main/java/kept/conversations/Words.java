package kept.conversations;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looking for words in what was said, and in what it is about: every word must occur, the last one
/// may be only begun.
final class Words {
  /// Asked of one conversation after another, so a common word is found at once; how many are asked
  /// is bounded by time.
  static final String SAYS_NEARBY = """
      moved_at >= :since and (to_tsvector('simple', matter) @@ to_tsquery('simple', :words) or (
        select true from message m
         where m.conversation = conversation.id and m.search @@ to_tsquery('simple', :words) limit 1))""";

  /// Asked of the index of all words. What was not found nearby is rare, so this many are enough.
  static final String SAYS_ANYWHERE = """
      id in (
        (select conversation from message where search @@ to_tsquery('simple', :words) limit 5000)
        union all
        (select id from conversation
          where to_tsvector('simple', matter) @@ to_tsquery('simple', :words) limit 5000))""";

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
