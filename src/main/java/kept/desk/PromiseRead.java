package kept.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import kept.promises.Kind;
import kept.promises.hearing.Dictated.Timing;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// What was read out of the words of a promise. Whatever they do not say is empty here: nothing is
/// made up. Pure.
record PromiseRead(What what, List<Agent> keepers, WhomIn whom, When when) {

  /// What will be done: the words around the customer's name as it was written, of which kind it
  /// is, and whether it begins with a verb. All of it is in `before` when nobody is named.
  record What(String before, String name, String after, Kind kind, boolean verb) {
    What ofKind(Kind other) {
      return new What(before, name, after, other, verb);
    }

    /// As it is written down: "Call Rosa about the quote", and of "Rosa quote" the quote, but of
    /// "Rosa's quote" all of it.
    String words() {
      var addressed = !verb && before.isEmpty() && !after.matches("(?s)['’].*");
      if (name.isEmpty() || addressed) return capital(joined(before, after));
      return capital(joined(joined(before, name), after));
    }
  }

  /// By when; `at` by the shop's clock, `words` as it was said, and `either` the two times that it
  /// may be when it is not sure which.
  record When(Timing timing, @Nullable LocalDateTime at, String words, List<LocalDateTime> either) {
    static final When UNSAID = new When(Timing.UNSAID, null, "", List.of());
  }

  /// The same, once what is done was put right in other words.
  PromiseRead ofKind(Kind kind) {
    return new PromiseRead(what.ofKind(kind), keepers, whom, when);
  }

  static final PromiseRead NOTHING = new PromiseRead(
      new What("", "", "", Kind.OTHER, false), List.of(), WhomIn.NOBODY, When.UNSAID);

  private static String joined(String first, String second) {
    var close = first.isEmpty()
        || second.isEmpty()
        || first.endsWith("(")
        || "'’,.)".indexOf(second.charAt(0)) >= 0;
    return first + (close ? "" : " ") + second;
  }

  private static String capital(String words) {
    if (words.isEmpty()) return words;
    var first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
