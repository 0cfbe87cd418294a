package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A phrase of a word list, ready to be looked for: "give @you * call|ring".
///
/// A word may have alternatives ("call|ring"), be left out ("back?"), stand for a class ("@you") or
/// for any number ("#"); "*" is up to six words within a clause, "^" the start of a clause.
record Phrase(List<Part> parts) {
  private static final int LONGEST_GAP = 6;
  private static final Set<String> STOPS = Set.of(",", ";", ":", "(", ")");

  sealed interface Part {
    record Word(Set<String> words, boolean number, boolean optional) implements Part {}

    record Gap() implements Part {}

    record Start() implements Part {}
  }

  static Phrase of(String line, Map<String, Set<String>> classes) {
    var parts = new ArrayList<Part>();
    for (var word : line.strip().split(" +")) parts.add(part(word, classes));
    return new Phrase(List.copyOf(parts));
  }

  /// Where it ends when it stands at this place, or -1.
  int match(Sentence in, int at, int end) {
    return match(in, at, end, 0);
  }

  /// The same without its first part, which the caller knows to stand there.
  int matchRest(Sentence in, int at, int end) {
    return match(in, at, end, 1);
  }

  /// How many words it asks for: of two that end at one place, the fuller says more.
  int weight() {
    return (int) parts.stream()
        .filter(part -> part instanceof Part.Word word && !word.optional())
        .count();
  }

  Part first() {
    return parts.getFirst();
  }

  private int match(Sentence in, int at, int end, int next) {
    if (next == parts.size()) return at;
    return switch (parts.get(next)) {
      case Part.Start _ -> startsClause(in, at) ? match(in, at, end, next + 1) : -1;
      case Part.Gap _ -> gap(in, at, end, next + 1);
      case Part.Word word -> word(word, in, at, end, next + 1);
    };
  }

  private int word(Part.Word word, Sentence in, int at, int end, int next) {
    var here = at < end && (word.words.contains(in.word(at)) || (word.number && in.isNumber(at)));
    var after = here ? match(in, at + 1, end, next) : -1;
    if (after < 0 && word.optional) return match(in, at, end, next);
    return after;
  }

  private int gap(Sentence in, int at, int end, int next) {
    for (int skipped = 0; skipped <= LONGEST_GAP && at + skipped <= end; skipped++) {
      var after = match(in, at + skipped, end, next);
      if (after >= 0) return after;
      if (STOPS.contains(in.word(at + skipped))) return -1;
    }
    return -1;
  }

  private static boolean startsClause(Sentence in, int at) {
    return at == 0 || STOPS.contains(in.word(at - 1));
  }

  private static Part part(String word, Map<String, Set<String>> classes) {
    if (word.equals("*")) return new Part.Gap();
    if (word.equals("^")) return new Part.Start();
    var optional = word.endsWith("?");
    var plain = optional ? word.substring(0, word.length() - 1) : word;
    var words = new java.util.HashSet<String>();
    for (var one : plain.split("\\|")) {
      if (one.startsWith("@")) words.addAll(classes.getOrDefault(one.substring(1), Set.of()));
      else words.add(one);
    }
    return new Part.Word(Set.copyOf(words), words.contains("#"), optional);
  }
}
