package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;

/// Reads what a note says that somebody was told as it was said to them: "Told her we'd ring" is
/// heard as "we will ring".
final class Retelling {
  private static final int MODAL_WITHIN = 8;
  private static final List<String> GIVEN = List.of("you", "will", "have");

  private final Language language;
  private final Subjects subjects;

  Retelling(Language language) {
    this.language = language;
    this.subjects = new Subjects(language);
  }

  List<Sentence> of(List<Sentence> text) {
    var plain = new ArrayList<Sentence>();
    for (var in : text) {
      int from = in.asks() ? -1 : told(in);
      if (from < 0) plain.add(in);
      else split(in, from, plain);
    }
    return plain;
  }

  /// Where that begins which they were told, or -1.
  private int told(Sentence in) {
    for (int at = 0; at < in.size(); at++) {
      int from = language.is("telling", in.word(at)) ? told(in, at) : -1;
      if (from > at && from < in.size()) return from;
    }
    return -1;
  }

  private int told(Sentence in, int at) {
    var verb = in.word(at);
    var them = isTold(in, at);
    if (isRecalled(in, at) || (!them && (isNotOurs(in, at) || !isOurs(in, at)))) return -1;
    var to = in.word(at + 1).equals("to") && language.is("them", in.word(at + 2));
    int next = them ? at + 1 : object(in, to ? at + 2 : at + 1);
    var sure = (them || next > at + 1) && !language.is("telling of theirs", verb);
    while (in.word(next).matches("that|:|,|;")) next++;
    if (language.is("to", in.word(next))) return in.word(next + 1).equals("expect") ? next + 1 : -1;
    if (next == at + 1 && !them && !subjects.isSaidByUs(in, at)) return -1;
    if (isGiven(in, at, next)) return next;
    if (next == at + 1
        && !language.is("telling of theirs", verb)
        && language.isThing(in.word(next))) return next;
    return (sure && !language.is("about", in.word(next))) || promises(in, next) ? next : -1;
  }

  /// "Mr. Osei was told", "cust informed": who was told stands before.
  private boolean isTold(Sentence in, int at) {
    if (language.is("was", in.word(at - 1))) {
      int who = in.word(at - 2).matches("has|have") ? at - 3 : at - 2;
      return !language.is("told to us", in.word(who));
    }
    if (!language.is("customer", in.word(at - 1))) return false;
    var promised = language.is("promised", in.word(at)) && !promises(in, at + 1);
    return promised || language.is("telling them", in.word(at));
  }

  /// "Last week I told you we'd", "claims he was told we'd": of an older promise.
  private boolean isRecalled(Sentence in, int at) {
    if (in.word(at + 1).equals("you")) return true;
    for (int claim = 0; claim < at; claim++)
      if (language.is("reported", in.word(claim))) return true;
    return false;
  }

  /// "Sam told her", but not "the other garage told her".
  private boolean isOurs(Sentence in, int at) {
    return switch (subjects.before(List.of(in), 0, at).who()) {
      case US, STAFF, NAMED -> true;
      case THING, CUSTOMER, OTHER, ANYONE -> false;
    };
  }

  private boolean isNotOurs(Sentence in, int at) {
    var before = in.word(at - 1);
    return language.is("not ours", before) || language.is("not", before) || before.equals("to");
  }

  /// Past "her", "Mrs Byrne" or "Chuck".
  private int object(Sentence in, int at) {
    var word = in.word(at);
    if (language.is("title", word)) return in.size() > at + 1 ? at + 2 : at;
    if (language.is("them", word)) return at + 1;
    var name = at < in.size()
        && in.tokens().get(at).capital()
        && !language.times().namesDay(word)
        && !word.matches("i|we")
        && !isModal(in.word(at + 1));
    return name ? at + 1 : at;
  }

  /// "promised Mr Hale the papers": they will have them.
  private boolean isGiven(Sentence in, int at, int next) {
    return language.is("promised", in.word(at))
        && next > at + 1
        && !language.is("them", in.word(next - 1))
        && language.is("determiner", in.word(next));
  }

  /// "said I'd try again", but not "agreed a price".
  private boolean promises(Sentence in, int from) {
    for (int at = from; at < Math.min(from + MODAL_WITHIN, in.size()); at++) {
      if (isModal(in.word(at))) return true;
      if (language.is("join", in.word(at)) || language.is("boundary", in.word(at))) return false;
    }
    return false;
  }

  private boolean isModal(String word) {
    return language.is("would", word) || language.is("will", word);
  }

  private void split(Sentence in, int from, List<Sentence> plain) {
    var told = in.word(from - 1).equals("that") ? in.word(from - 2) : in.word(from - 1);
    var before = in.tokens().subList(0, from);
    plain.add(new Sentence(before, false));
    var tokens = new ArrayList<Token>();
    if (language.is("determiner", in.word(from)) && promises(before))
      for (var word : GIVEN) tokens.add(before.getLast().as(word));
    for (int at = from; at < in.size(); at++)
      tokens.add(in.tokens().get(at).as(directly(in, at, told)));
    plain.add(new Sentence(List.copyOf(tokens), false, true));
  }

  private boolean promises(List<Token> telling) {
    return telling.stream().anyMatch(token -> language.is("promised", token.word()));
  }

  private String directly(Sentence in, int at, String told) {
    var word = in.word(at);
    if (language.is("would", word)) return "will";
    if (isTheirs(word, told)) return language.is("possessive", word) ? "your" : "you";
    if (!in.word(at + 1).endsWith("ing") || !language.is("was", word)) return word;
    return word.equals("was") ? "is" : "are";
  }

  /// Whether a word means whoever was told: of "told her he would" only "her" does.
  private boolean isTheirs(String word, String told) {
    for (var group : List.of("she", "he", "they"))
      if (language.is(group, told)) return language.is(group, word);
    return language.is("she", word) || language.is("he", word) || language.is("they", word);
  }
}
