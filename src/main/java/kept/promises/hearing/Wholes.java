package kept.promises.hearing;

import java.util.List;
import java.util.Set;
import kept.promises.Kind;
import kept.promises.hearing.Due.Sort;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;
import org.jspecify.annotations.Nullable;

/// Hears promises that are a phrase of their own: "leave it with me", "you won't be charged".
final class Wholes {
  private static final int BEFORE_VERB = 4;
  private static final Set<Kind> ONLY_TIMED = Set.of(Kind.VISIT, Kind.SHIPMENT, Kind.INFORMATION);

  private final Language language;
  private final Doubts doubts;
  private final DueFinder dues;
  private final Wording wording;
  private final Verbless verbless;

  Wholes(Language language, Doubts doubts, DueFinder dues, Wording wording) {
    this.language = language;
    this.doubts = doubts;
    this.dues = dues;
    this.wording = wording;
    this.verbless = new Verbless(language, dues, wording);
  }

  /// For a sentence in which no other words promise.
  @Nullable
  Finding in(List<Sentence> text, int index, boolean monthFirst) {
    var in = text.get(index);
    if (in.asks()) return null;
    var said = verbless.in(in, monthFirst);
    if (said != null && !doubts.isConditional(in, said.from(), said.to())) return said;
    for (var phrases : language.phrases().entrySet()) {
      var at = phrases.getValue().find(in, 0, in.size());
      if (at < 0 || isDoubtful(text, index, at)) continue;
      var due = due(text, index, monthFirst);
      if (ONLY_TIMED.contains(phrases.getKey()) && due.sort() != Sort.TIME) continue;
      var to = phrases.getValue().match(in, at, in.size());
      return finding(phrases.getKey(), due, in, at, to);
    }
    return null;
  }

  /// "won't charge you for the vase": a promise for all that it says no.
  @Nullable
  Finding free(Sentence in, Head head) {
    if (in.asks()) return null;
    for (int at = Math.max(0, head.verb() - BEFORE_VERB); at <= head.verb() + 1; at++) {
      for (var phrases : language.phrases().entrySet()) {
        var to = phrases.getValue().match(in, at, in.size());
        if (to > at && !doubts.isConditional(in, at, to))
          return finding(phrases.getKey(), Due.NONE, in, at, to);
      }
    }
    return null;
  }

  private boolean isDoubtful(List<Sentence> text, int index, int at) {
    var head = new Head(new Subject(Who.US, at), Mode.WHOLE, false, at, at, null);
    return doubts.about(Place.of(text, index, List.of(head), 0, false));
  }

  private Due due(List<Sentence> text, int index, boolean monthFirst) {
    var in = text.get(index);
    var due = dues.find(in, 0, in.size(), monthFirst);
    if (due.isThere() || index + 1 >= text.size()) return due;
    return dues.alone(text.get(index + 1), monthFirst);
  }

  private Finding finding(Kind kind, Due due, Sentence in, int from, int to) {
    return new Finding(wording.plainly(in, from, to), kind, due, Strength.FIRM, in, from, to);
  }
}
