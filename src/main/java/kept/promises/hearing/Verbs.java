package kept.promises.hearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kept.promises.Kind;
import org.jspecify.annotations.Nullable;

/// What we may bind ourselves to: phrases that begin with a verb, each of a kind.
final class Verbs {
  private static final Set<String> NEEDS = Set.of("dated", "you", "now", "timed");

  /// A phrase of the list: "give @them * call :: as call back". `only` are its marks.
  record Verb(
      Phrase phrase, Kind kind, Set<String> marks, @Nullable String inShort) {
    boolean is(String mark) {
      return marks.contains(mark);
    }

    /// How many things it needs before it binds.
    int asks() {
      return (int) NEEDS.stream().filter(marks::contains).count();
    }
  }

  /// A phrase that stands in a sentence, the plain form of the verb that it begins with, and
  /// another phrase that says less, for when this one does not bind.
  record Match(
      Verb verb, String plain, int from, int to, @Nullable Match lesser) {
    Match(Verb verb, String plain, int from, int to) {
      this(verb, plain, from, to, null);
    }

    Match over(@Nullable Match other) {
      return new Match(verb, plain, from, to, other);
    }
  }

  /// Any other act: it has to name the customer or a time.
  static final Verb ANY = unlisted("any");

  /// The same of a verb that may mean anything ("put", "take"), or said of the customer: with a
  /// time.
  static final Verb TIMELY = unlisted("any", "timely");

  /// What a thing of ours will do or have done to it: "your blinds will go up on Friday".
  static final Verb OF_THING = unlisted("any", "timely", "its", "noun");

  /// The fuller phrase says more; of two as full the one that asks for less, then the closer one.
  private static final Comparator<Match> LEAST_FIRST = Comparator.<Match>comparingInt(
          match -> match.verb().phrase().weight())
      .thenComparingInt(match -> -match.verb().asks())
      .thenComparingInt(match -> -match.to());

  private final Map<String, List<Verb>> byPlain = new HashMap<>();
  private final Forms forms;

  private Verbs(List<Verb> verbs, List<String> irregular) {
    for (var verb : verbs)
      if (verb.phrase().first() instanceof Phrase.Part.Word first)
        for (var word : first.words())
          byPlain.computeIfAbsent(word, _ -> new ArrayList<>()).add(verb);
    forms = new Forms(irregular, byPlain.keySet());
  }

  static Verbs of(Sheet sheet, Map<String, Set<String>> classes, List<String> irregular) {
    var verbs = new ArrayList<Verb>();
    for (var kind : Kind.values())
      for (var line : sheet.lines(kind.word())) verbs.add(verb(line, kind, classes));
    return new Verbs(verbs, irregular);
  }

  Forms forms() {
    return forms;
  }

  boolean isVerb(String word) {
    return forms.is(word, Form.PLAIN);
  }

  /// The fullest phrase whose verb stands here in this form.
  @Nullable
  Match match(Sentence in, int at, int end, Form form) {
    return match(in, at, end, form, verb -> !verb.is("its"));
  }

  /// What a thing may do by itself: "your order ships", "it'll be with you".
  @Nullable
  Match ofThing(Sentence in, int at, int end, Form form) {
    return match(in, at, end, form, verb -> verb.is("its") || verb.is("thing"));
  }

  private @Nullable Match match(Sentence in, int at, int end, Form form, Predicate<Verb> may) {
    var found = new ArrayList<Match>();
    for (var plain : forms.plain(in.word(at), form)) {
      for (var verb : byPlain.getOrDefault(plain, List.of())) {
        var to = verb.phrase().matchRest(in, at + 1, end);
        if (to > 0 && may.test(verb)) found.add(new Match(verb, plain, at, to));
      }
    }
    java.util.Collections.reverse(found);
    found.sort(LEAST_FIRST);
    Match fullest = null;
    for (var match : found) fullest = match.over(fullest);
    return fullest;
  }

  private static Verb unlisted(String... marks) {
    return new Verb(new Phrase(List.of()), Kind.OTHER, Set.of(marks), null);
  }

  private static Verb verb(String line, Kind kind, Map<String, Set<String>> classes) {
    var parts = line.split(" :: ", 2);
    var marks = new LinkedHashSet<String>();
    String inShort = null;
    if (parts.length == 2) {
      var words = parts[1].strip();
      var as = words.startsWith("as ") ? 0 : words.indexOf(" as ");
      if (as >= 0) inShort = words.substring(as).strip().substring(3);
      var before = as >= 0 ? words.substring(0, as) : words;
      marks.addAll(List.of(before.strip().split(" +")));
    }
    return new Verb(Phrase.of(parts[0], classes), kind, Set.copyOf(marks), inShort);
  }
}
