package kept.promises.hearing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads a text as sentences of words: spelling of the street made plain, contractions opened,
/// quoted lines of older mail left out.
final class Tokenizer {
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "dr", "st", "vs", "no", "ca", "adv", "approx");
  private static final Map<String, String> ENDINGS =
      Map.of("'ll", "will", "'d", "would", "'ve", "have", "'re", "are", "'m", "am", "'s", "'s");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final int SHORT_LINE = 45;
  private static final int ABBREVIATED = 4;

  /// All of a sentence is heard at each of its words, and nobody's has so many: it ends there.
  private static final int MOST_WORDS = 250;
  /// Longer than any word that could be spelt otherwise: "a'll'll'll" is none.
  private static final int LONGEST_WORD = 60;

  private final Map<String, List<String>> spelling = new HashMap<>();
  private final Map<String, List<String>> beforeVerb = new HashMap<>();
  private final Set<String> atStart = new HashSet<>();
  private final Predicate<String> verb;
  private final Predicate<String> time;

  Tokenizer(List<String> lines, Predicate<String> verb, Predicate<String> time) {
    this.verb = verb;
    this.time = time;
    for (var line : lines) {
      var parts = line.split(" [=~^] ", 2);
      var words = List.of(parts[1].split(" "));
      if (line.contains(" = ")) spelling.put(parts[0], words);
      else beforeVerb.put(parts[0], words);
      if (line.contains(" ^ ")) atStart.add(parts[0]);
    }
  }

  List<Sentence> read(String text) {
    var sentences = new ArrayList<Sentence>();
    var words = new ArrayList<Token>();
    for (int at = 0; at < text.length(); ) {
      var after = wordEnd(text, at);
      if (after > at) {
        words.addAll(tokens(text, at, after));
        at = after;
        if (words.size() >= MOST_WORDS) finish(words, sentences, false);
      } else {
        mark(text, at, words, sentences);
        at = next(text, at);
      }
    }
    finish(words, sentences, false);
    return sentences;
  }

  /// One past the word that begins here, or the same place when none does.
  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && (isWord(text.charAt(at)) || joins(text, from, at))) at++;
    return at;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /// An apostrophe, a hyphen or a point within a word or a number: "we'll", "e-mail", "4:30".
  private static boolean joins(String text, int from, int at) {
    if (at == from) return false;
    if (text.charAt(at) == '/' && text.substring(from, at).equals("w")) return true;
    if (at + 1 >= text.length()) return false;
    var before = text.charAt(at - 1);
    var after = text.charAt(at + 1);
    if (!isWord(before) || !isWord(after)) return false;
    return switch (text.charAt(at)) {
      case '\'', '’', '‘', '`' -> true;
      case '-' ->
        (Character.isLetter(before) && Character.isLetter(after)) || isDate(text, from, at);
      case '/' -> Character.isDigit(before) == Character.isDigit(after);
      case ':', '.', ',' ->
        (Character.isDigit(before) && Character.isDigit(after))
            || (text.charAt(at) == '.' && isInitial(text, from, at) && Character.isLetter(after));
      default -> false;
    };
  }

  /// The "e" of "e.g", the "p" of "1p.m".
  private static boolean isInitial(String text, int from, int at) {
    return at == from + 1 || Character.isDigit(text.charAt(at - 2));
  }

  /// "2026-03-12"
  private static boolean isDate(String text, int from, int at) {
    return (at == from + 4 || at == from + 7)
        && DATE.matcher(text).region(from, text.length()).lookingAt();
  }

  private void mark(String text, int at, List<Token> words, List<Sentence> sentences) {
    var c = text.charAt(at);
    switch (c) {
      case '?' -> finish(words, sentences, true);
      case '!' -> finish(words, sentences, false);
      case '.', '…' -> {
        if (!abbreviates(words) && !goesOn(text, at, words)) finish(words, sentences, false);
      }
      case '\n' -> {
        if (breaks(text, at)) finish(words, sentences, false);
      }
      case ',', ';', ':', '(', ')' -> words.add(mark(String.valueOf(c), at));
      case '—', '–', '-' -> {
        if (!text.startsWith("ish", at + 1)) words.add(dash(text, at));
      }
      case '&' -> words.add(mark("and", at));
      case '"', '“', '”' -> {
        if (at == 0 || !Character.isDigit(text.charAt(at - 1))) words.add(mark("\"", at));
      }
      case '£', '$', '€', '%', '/' -> words.add(mark(String.valueOf(c), at));
      default -> {}
    }
  }

  private static Token mark(String word, int at) {
    return new Token(word, word, at, at + 1);
  }

  /// Between numbers a span, elsewhere the start of another clause.
  private static Token dash(String text, int at) {
    int before = at - 1;
    while (before > 0 && text.charAt(before) == ' ') before--;
    int after = at + 1;
    while (after < text.length() - 1 && text.charAt(after) == ' ') after++;
    var numbers = before >= 0
        && after < text.length()
        && Character.isLetterOrDigit(text.charAt(before))
        && Character.isDigit(text.charAt(after));
    return mark(numbers ? "-" : ";", at);
  }

  private static boolean abbreviates(List<Token> words) {
    return !words.isEmpty() && TITLES.contains(words.getLast().word());
  }

  /// "at 8 a.m. on Saturday", "on Thurs. at 9": short for a time, with more to come.
  private boolean goesOn(String text, int at, List<Token> words) {
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') next++;
    if (words.isEmpty() || next == text.length() || next == at + 1) return false;
    var last = words.getLast().word();
    var plain = spelling.getOrDefault(last, List.of(last)).getFirst();
    var isShort = time.test(plain) && (last.length() <= ABBREVIATED || !plain.equals(last));
    if (!isShort && !last.matches("[ap]\\.m")) return false;
    var word = text.substring(next, wordEnd(text, next));
    return !Character.isUpperCase(text.charAt(next)) || time.test(word.toLowerCase(Locale.ROOT));
  }

  /// A blank line, a list or a short line ends a sentence; other breaks only wrap it.
  private static boolean breaks(String text, int at) {
    var next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    if (!Character.isLetterOrDigit(next)) return true;
    return at - text.lastIndexOf('\n', at - 1) < SHORT_LINE;
  }

  /// The next place to read, past a line that quotes.
  private static int next(String text, int at) {
    if (text.charAt(at) != '>' || !startsLine(text, at)) return at + 1;
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static boolean startsLine(String text, int at) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') before--;
    return before < 0 || text.charAt(before) == '\n';
  }

  private void finish(List<Token> words, List<Sentence> sentences, boolean asks) {
    if (!words.isEmpty()) sentences.add(new Sentence(spelled(words), asks));
    words.clear();
  }

  /// One word, or two where letters follow digits: "4pm", but not "2nd" nor "2nite".
  private List<Token> tokens(String text, int from, int to) {
    var whole = token(text, from, to);
    var letters = digits(text, from, to);
    var one = letters == from || letters == to || ordinal(text.substring(letters, to));
    if (one || spelling.containsKey(whole.word())) return List.of(whole);
    return List.of(token(text, from, letters), token(text, letters, to));
  }

  private static int digits(String text, int from, int to) {
    int at = from;
    while (at < to && !Character.isLetter(text.charAt(at))) at++;
    return at;
  }

  private static boolean ordinal(String ending) {
    return Set.of("st", "nd", "rd", "th").contains(ending.toLowerCase(Locale.ROOT));
  }

  private static Token token(String text, int from, int to) {
    var word = text.substring(from, to).replace('’', '\'').replace('‘', '\'').replace('`', '\'');
    return new Token(word.toLowerCase(Locale.ROOT), word, from, to);
  }

  /// The same words in plain spelling.
  private List<Token> spelled(List<Token> words) {
    var plain = new ArrayList<Token>();
    for (int at = 0; at < words.size(); at++) {
      var token = words.get(at);
      var next = at + 1 < words.size() ? words.get(at + 1).word() : "";
      var hour = at > 0 && words.get(at - 1).isNumber() && token.word().equals("am");
      for (var word : hour ? List.of("a.m") : spelled(token.word(), next, at == 0))
        plain.add(token.as(word));
    }
    return List.copyOf(plain);
  }

  private List<String> spelled(String word, String next, boolean first) {
    var known = spelling.get(word);
    if (known != null) return known;
    if (word.length() > LONGEST_WORD) return List.of(word);
    var maybe = beforeVerb.get(word);
    if (maybe != null && (verb.test(next) || (first && atStart.contains(word)))) return maybe;
    var quote = word.lastIndexOf('\'');
    if (word.endsWith("n't")) return List.of(word.substring(0, word.length() - 3), "not");
    var ending = quote > 0 ? ENDINGS.get(word.substring(quote)) : null;
    if (ending != null) return join(spelled(word.substring(0, quote), "", false), ending);
    if (word.matches("[a-z]{3,}/[a-z]{3,}"))
      return List.of(word.replaceAll("/.*", ""), "/", word.replaceAll(".*/", ""));
    if (word.startsWith("re-")) return List.of(word.replace("-", ""));
    if (word.indexOf('-') > 0 && Character.isLetter(word.charAt(0)))
      return List.of(word.split("-"));
    return List.of(word.endsWith("'") ? word.substring(0, word.length() - 1) : word);
  }

  private static List<String> join(List<String> stem, String ending) {
    var all = new ArrayList<>(stem);
    all.add(ending);
    return all;
  }
}
