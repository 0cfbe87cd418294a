package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides which heads of a text are promises, and what each of them says.
final class Judge {
  private static final int HEDGED_BEFORE = 3;

  private final Language language;
  private final Heads heads;
  private final Doubts doubts;
  private final Bonds bonds;
  private final Deadlines deadlines;
  private final Wording wording;
  private final Wholes wholes;

  Judge(Language language) {
    this.language = language;
    heads = new Heads(language);
    doubts = new Doubts(language);
    bonds = new Bonds(language);
    wording = new Wording(language);
    var dues = new DueFinder(language);
    deadlines = new Deadlines(language, dues);
    wholes = new Wholes(language, doubts, dues, wording);
  }

  List<Finding> findings(List<Sentence> text, boolean monthFirst) {
    if (doubts.waits(text)) return List.of();
    var findings = new ArrayList<Finding>();
    for (int index = 0; index < text.size(); index++)
      findings.addAll(inSentence(text, index, monthFirst));
    return findings;
  }

  private List<Finding> inSentence(List<Sentence> text, int index, boolean monthFirst) {
    var all = heads.in(text, index);
    var findings = new ArrayList<Finding>();
    var aids = new ArrayList<Finding>();
    for (int one = 0; one < all.size(); one++) {
      var place = Place.of(text, index, all, one, monthFirst);
      var finding = finding(place);
      if (finding == null) continue;
      var match = place.head().match();
      (match != null && match.verb().is("aid") ? aids : findings).add(finding);
    }
    if (findings.stream().noneMatch(Judge::tells)) findings.addAll(0, aids);
    if (!findings.isEmpty()) return findings;
    var whole = wholes.in(text, index, monthFirst);
    return whole == null ? List.of() : List.of(whole);
  }

  /// Looking into it only prepares for telling them or coming: one promise is enough.
  private static boolean tells(Finding finding) {
    return switch (finding.kind()) {
      case CALLBACK, INFORMATION, VISIT -> true;
      case REFUND, REPLACEMENT, SHIPMENT, FIX, ESCALATION, OTHER -> false;
    };
  }

  private @Nullable Finding finding(Place place) {
    var head = place.head();
    var match = head.match();
    if (head.negated() || match == null) return wholes.free(place.in(), head);
    if (doubts.about(place)) return null;
    var due = deadlines.of(place);
    while (match != null && !bonds.bind(place, match, due)) match = match.lesser();
    return match == null ? null : finding(place, head.saying(match), due);
  }

  private Finding finding(Place place, Head head, Due due) {
    var match = java.util.Objects.requireNonNull(head.match());
    var in = place.in();
    var to = Math.max(trimmed(in, place.end()), match.to());
    var what = wording.what(in, head, to, due);
    var from = Math.min(head.from(), head.verb());
    return new Finding(what, wording.kind(in, head, to), due, strength(in, head, to), in, from, to);
  }

  /// Without a comma or an "and" that leads on.
  private int trimmed(Sentence in, int end) {
    int to = end;
    while (to > 0
        && (language.is("boundary", in.word(to - 1)) || language.is("join", in.word(to - 1)))) to--;
    return to;
  }

  private Strength strength(Sentence in, Head head, int to) {
    var from = Math.max(0, head.from() - HEDGED_BEFORE);
    return language.cues("hedge").anyIn(in, from, to) ? Strength.HEDGED : Strength.FIRM;
  }
}
