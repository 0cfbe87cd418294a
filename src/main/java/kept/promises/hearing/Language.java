package kept.promises.hearing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kept.promises.Kind;

/// All that we know of one language: its word lists, read once and ready to be looked things up in.
///
/// Immutable; threads share it.
final class Language {
  private static final int SHORTEST = 3;
  private static final Language ENGLISH = named("en");

  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<String, Phrases> cues = new HashMap<>();
  private final Map<Kind, Phrases> phrases = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> objects = new EnumMap<>(Kind.class);
  private final Verbs verbs;
  private final Verbs received;
  private final OwnWords ownWords;
  private final Tokenizer tokenizer;
  private final TimeWords times;

  private Language(String name) {
    var words = Sheet.read(name, "words");
    for (var section : words.sections().keySet())
      if (!section.isEmpty()) classes.put(section, Set.copyOf(words.words(section)));
    var irregular = Sheet.read(name, "forms").lines("");
    verbs = Verbs.of(Sheet.read(name, "verbs"), classes, irregular);
    received = Verbs.of(Sheet.read(name, "receive"), classes, irregular);
    for (var sheet : List.of(Sheet.read(name, "cues"), Sheet.read(name, "answers")))
      for (var cue : sheet.sections().entrySet())
        cues.put(cue.getKey(), new Phrases(cue.getValue(), classes));
    readKinds(name);
    ownWords = new OwnWords(Sheet.read(name, "quotes"));
    tokenizer =
        new Tokenizer(Sheet.read(name, "spelling").lines(""), this::mayFollowWill, this::saysTime);
    times = new TimeWords(Sheet.read(name, "times"), classes);
  }

  static Language english() {
    return ENGLISH;
  }

  static Language named(String name) {
    return new Language(name);
  }

  private void readKinds(String name) {
    var wholes = Sheet.read(name, "phrases");
    var nouns = Sheet.read(name, "objects");
    for (var kind : Kind.values()) {
      phrases.put(kind, new Phrases(wholes.lines(kind.word()), classes));
      objects.put(kind, new HashSet<>(nouns.words(kind.word())));
    }
  }

  /// What its writer says now, as sentences.
  List<Sentence> read(String text) {
    return tokenizer.read(ownWords.of(text));
  }

  boolean is(String group, String word) {
    return classes.getOrDefault(group, Set.of()).contains(word);
  }

  /// Where a sentence or a clause begins, after a comma, an "and" or a "yes".
  boolean startsClause(Sentence in, int at) {
    var before = in.word(at - 1);
    var opens = is("opener", before) || is("vocative", before);
    return at == 0 || is("boundary", before) || is("join", before) || opens;
  }

  /// "going to send", but not "going to the shop".
  boolean isGoingTo(Sentence in, int at) {
    var to = cues("going to").match(in, at, in.size());
    return to > at && !is("determiner", in.word(to));
  }

  /// What a verb that no list knows ends with in this form.
  boolean looks(Form form, String word) {
    if (word.length() < SHORTEST || !Character.isLetter(word.charAt(0))) return false;
    return switch (form) {
      case PLAIN -> true;
      case THIRD -> word.endsWith("s");
      case DOING -> word.endsWith("ing");
      case DONE -> word.endsWith("ed");
    };
  }

  /// Whether to say so binds nobody: "I'll see", "we're hoping".
  boolean neverBinds(String word, Form form) {
    return isVerbOf("never", word, form);
  }

  /// Whether it may mean anything: "I'll put", "we're taking".
  boolean isVague(String word, Form form) {
    return isVerbOf("vague", word, form);
  }

  /// Whether a thing does it of itself and nobody keeps it: "it costs", "the sale ends".
  boolean isNobodys(String word, Form form) {
    return isVerbOf("nobody's", word, form) || neverBinds(word, form);
  }

  private boolean isVerbOf(String group, String word, Form form) {
    if (form == Form.PLAIN) return is(group, word);
    var ending = word.endsWith("ing") ? 3 : word.endsWith("ed") ? 2 : word.endsWith("s") ? 1 : 0;
    var stem = word.substring(0, word.length() - ending);
    return is(group, word)
        || is(group, stem)
        || is(group, stem + "e")
        || (!stem.isEmpty() && is(group, stem.substring(0, stem.length() - 1)));
  }

  Phrases cues(String name) {
    var found = cues.get(name);
    if (found == null) throw new IllegalStateException("There are no cues [" + name + "].");
    return found;
  }

  Map<Kind, Phrases> phrases() {
    return phrases;
  }

  /// The kind that the first thing named here decides, or `otherwise`.
  Kind kindOfThing(Sentence in, int from, int to, Kind otherwise) {
    for (int at = from; at < to; at++) {
      var word = in.word(at);
      for (var kind : objects.entrySet()) if (names(kind.getValue(), word)) return kind.getKey();
    }
    return otherwise;
  }

  /// One of the words, or more of it: "proofs".
  private static boolean names(Set<String> words, String word) {
    return words.contains(word)
        || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
        || (word.endsWith("es") && words.contains(word.substring(0, word.length() - 2)));
  }

  boolean namesThing(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (isThing(in.word(at))) return true;
    return false;
  }

  boolean isThing(String word) {
    return objects.values().stream().anyMatch(words -> names(words, word));
  }

  Verbs verbs() {
    return verbs;
  }

  Verbs received() {
    return received;
  }

  TimeWords times() {
    return times;
  }

  private boolean saysTime(String word) {
    return times.namesDay(word) || !times.unit(word).isEmpty();
  }

  private boolean mayFollowWill(String word) {
    return verbs.isVerb(word)
        || verbs.forms().is(word, Form.DOING)
        || received.isVerb(word)
        || is("adverb", word)
        || Arrays.asList("be", "being", "not", "do", "let").contains(word);
  }
}
