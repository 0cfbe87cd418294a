package kept.promises.hearing;

import kept.promises.Kind;
import org.jspecify.annotations.Nullable;

/// Hears what is said without a verb: "photos of the wiring your way by 6".
final class Verbless {
  private static final int LATEST_THING = 3;

  private final Language language;
  private final DueFinder dues;
  private final Wording wording;

  Verbless(Language language, DueFinder dues, Wording wording) {
    this.language = language;
    this.dues = dues;
    this.wording = wording;
  }

  /// Something of ours, for them, with a time that binds; nobody else is named, nothing asked.
  @Nullable
  Finding in(Sentence in, boolean monthFirst) {
    if (in.asks() || !opensWithThing(in) || saysWho(in)) return null;
    var due = dues.find(in, 0, in.size(), monthFirst);
    if (!due.binds()) return null;
    var kind = language.kindOfThing(in, 0, in.size(), Kind.OTHER);
    var what = "Send " + wording.lowered(in, told(in), due);
    return new Finding(what, kind, due, Strength.FIRM, in, 0, in.size());
  }

  private boolean opensWithThing(Sentence in) {
    int from = told(in);
    for (int at = from; at < from + LATEST_THING; at++)
      if (language.isThing(in.word(at))) return true;
    return false;
  }

  /// Where a note goes on after saying who was told: "Told Mrs Ng new specs in by Thursday".
  private int told(Sentence in) {
    if (!language.is("telling", in.word(0)) || !language.is("them", in.word(1))) return 0;
    return language.is("title", in.word(1)) ? 3 : 2;
  }

  private boolean saysWho(Sentence in) {
    var theirs = told(in) > 0;
    for (int at = 0; at < in.size(); at++) {
      var word = in.word(at);
      theirs |= language.is("you", word);
      if (language.is("be", word) || language.is("will", word) || language.is("asking", word))
        return true;
      if (language.is("pronoun", word) && !language.is("you", word)) return true;
    }
    return !theirs;
  }
}
