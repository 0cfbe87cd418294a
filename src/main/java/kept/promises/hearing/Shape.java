package kept.promises.hearing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How a word is spelt: "to|till|until", "\\d{4}". Times are looked for at every word, so each
/// pattern is read once, and one that only lists words is a set of them.
final class Shape {
  private static final Pattern LISTS = Pattern.compile("[a-z0-9,;:'|-]*");

  /// Of the patterns in this package and no others, so it does not grow.
  private static final Map<String, Predicate<String>> READ = new ConcurrentHashMap<>();

  private Shape() {}

  static boolean fits(String word, String pattern) {
    var known = READ.get(pattern);
    return (known == null ? READ.computeIfAbsent(pattern, Shape::read) : known).test(word);
  }

  private static Predicate<String> read(String pattern) {
    return LISTS.matcher(pattern).matches()
        ? Set.of(pattern.split("\\|", -1))::contains
        : Pattern.compile(pattern).asMatchPredicate();
  }
}
