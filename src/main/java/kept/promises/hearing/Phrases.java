package kept.promises.hearing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The phrases of one section, found by their first word.
final class Phrases {
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final List<Phrase> anywhere = new ArrayList<>();

  Phrases(List<String> lines, Map<String, Set<String>> classes) {
    for (var line : lines) add(Phrase.of(line, classes));
  }

  /// The end of the longest phrase that stands here, or -1.
  int match(Sentence in, int at, int end) {
    int longest = -1;
    for (var phrase : byFirstWord.getOrDefault(in.word(at), List.of()))
      longest = Math.max(longest, phrase.match(in, at, end));
    for (var phrase : anywhere) longest = Math.max(longest, phrase.match(in, at, end));
    return longest;
  }

  /// Where the first of them begins, or -1.
  int find(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (match(in, at, to) > at) return at;
    return -1;
  }

  boolean anyIn(Sentence in, int from, int to) {
    return find(in, from, to) >= 0;
  }

  boolean anyIn(Sentence in) {
    return anyIn(in, 0, in.size());
  }

  private void add(Phrase phrase) {
    if (phrase.first() instanceof Phrase.Part.Word word && !word.optional() && !word.number()) {
      for (var one : word.words())
        byFirstWord.computeIfAbsent(one, _ -> new ArrayList<>()).add(phrase);
    } else anywhere.add(phrase);
  }
}
