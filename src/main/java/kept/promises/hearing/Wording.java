package kept.promises.hearing;

import java.util.Locale;
import java.util.Set;
import kept.promises.Kind;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;

/// Says a promise in a few words that begin with a verb: "Send the quote".
final class Wording {
  private static final int LONGEST = 120;
  private static final Set<String> CUT = Set.of(";", ":", "(", "but", "so", "because", "cos");

  private final Language language;

  Wording(Language language) {
    this.language = language;
  }

  /// A senior's act is a step up, unless it is to ring.
  Kind kind(Sentence in, Head head, int to) {
    var match = java.util.Objects.requireNonNull(head.match());
    var kind = match.verb().kind();
    var steps = kind == Kind.FIX || kind == Kind.VISIT || kind == Kind.OTHER;
    for (int at = head.subject().from(); steps && at < head.verb(); at++)
      if (language.is("senior", in.word(at))) return Kind.ESCALATION;
    var thing = language.kindOfThing(in, match.from() + 1, to, kind);
    if (thing == Kind.REFUND || thing == Kind.REPLACEMENT)
      return kind == Kind.CALLBACK ? kind : thing;
    if (!match.verb().is("noun")) return kind;
    var from = head.subject().who() == Who.THING ? head.subject().from() : match.from() + 1;
    return language.kindOfThing(in, from, to, kind);
  }

  String what(Sentence in, Head head, int to, Due due) {
    var match = java.util.Objects.requireNonNull(head.match());
    var inShort = match.verb().inShort();
    if (inShort != null && match.verb().kind() == Kind.CALLBACK) return capital(inShort);
    var subject = head.subject();
    var things = subject.who() == Who.THING && subject.from() < head.verb();
    if (things) {
      var named = named(in, subject.from(), head);
      var verb = inShort == null ? match.plain() : inShort;
      return shortened(capital(verb.contains("_") ? verb.replace("_", named) : verb + " " + named));
    }
    var rest = words(in, match.from() + 1, to, due);
    var verb = head.mode() == Mode.RECEIVING && inShort != null ? inShort : match.plain();
    return shortened(capital((verb + " " + rest).strip()));
  }

  /// All words from there on but those that say when.
  String lowered(Sentence in, int from, int to, Due due) {
    return shortened(words(in, from, to, due));
  }

  /// The words as they stand.
  String plainly(Sentence in, int from, int to) {
    var words = words(in, from, to, Due.NONE);
    return capital(words.replaceFirst("^(?:you )?(?:will|are|am) not (?:going to )?", "not "));
  }

  private String named(Sentence in, int from, Head head) {
    if (in.word(from).equals("they")) return "them";
    int to = from;
    while (to < head.verb() && !in.word(to).matches("will|shall|should|is|'s|are|being|be|going"))
      to++;
    return words(in, from, Math.max(to, from + 1), Due.NONE);
  }

  /// The plain words, without those that say when, up to the end of the clause.
  private static String words(Sentence in, int from, int to, Due due) {
    var words = new StringBuilder();
    for (int at = from; at < to && !CUT.contains(in.word(at)); at++) {
      if (due.has(in.tokens().get(at)) || (in.calls(at) && at == in.size() - 1)) continue;
      var word = in.word(at);
      if (isApart(word, in.word(at - 1)) && !words.isEmpty()) words.append(' ');
      words.append(word.equals("i") ? "I" : at == 0 ? word : in.tokens().get(at).cased());
    }
    return words.toString().replaceAll("[ ,]*( and| then|,)*$", "").strip();
  }

  /// "£45", "30%" and "Chuck's" are written as one.
  private static boolean isApart(String word, String before) {
    return !word.matches("[,%-]|'.*") && !before.matches("[£$€-]");
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, words.lastIndexOf(' ', LONGEST));
  }
}
