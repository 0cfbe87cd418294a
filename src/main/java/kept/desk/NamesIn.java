package kept.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kept.customers.PlainName;

/// The words of a text, as names are looked for among them. Pure.
record NamesIn(List<Word> words) {
  private static final Pattern WORD = Pattern.compile(
      "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’‘`](?!(?iu:s|ll|d|ve)\\b)[\\p{L}\\p{M}]+)*");

  /// One word without accents and capitals, where it stands, and whether it began with a capital.
  record Word(String plain, int start, int end, boolean capital) {}

  /// Where as much of a name as was said stands: how many words of it, and whether from its first.
  record Spot(int start, int end, int words, boolean capital, boolean first) {
    /// More of the name first, then a capital, then a first name, then whoever is named first.
    static final Comparator<Spot> SUREST = Comparator.comparingInt((Spot spot) -> -spot.words)
        .thenComparing(spot -> !spot.capital)
        .thenComparing(spot -> !spot.first)
        .thenComparingInt(Spot::start);
  }

  static NamesIn text(String text) {
    return new NamesIn(WORD.matcher(text)
        .results()
        .map(found -> new Word(
            PlainName.word(found.group()),
            found.start(),
            found.end(),
            Character.isUpperCase(found.group().codePointAt(0))))
        .toList());
  }

  /// Without the word that the text begins with.
  NamesIn fromSecondOf(String text) {
    var first = text(text).words().stream().findFirst().map(Word::start).orElse(-1);
    return new NamesIn(words.stream().filter(word -> word.start() != first).toList());
  }

  /// Where this name is said the most fully: from its first word on, or at least its last.
  Optional<Spot> spot(String name) {
    var parts = PlainName.words(name);
    var spots = new ArrayList<Spot>();
    for (int at = 0; at < words.size(); at++)
      for (int part = 0; part < parts.size(); part++) {
        var run = run(parts, part, at);
        if (run > 0 && (part == 0 || run > 1 || part == parts.size() - 1))
          spots.add(spot(at, run, part == 0));
      }
    return spots.stream().min(Spot.SUREST);
  }

  private int run(List<String> parts, int part, int at) {
    int run = 0;
    while (part + run < parts.size()
        && at + run < words.size()
        && parts.get(part + run).equals(words.get(at + run).plain())) run++;
    return run;
  }

  private Spot spot(int at, int run, boolean first) {
    var from = words.get(at);
    return new Spot(from.start(), words.get(at + run - 1).end(), run, from.capital(), first);
  }
}
