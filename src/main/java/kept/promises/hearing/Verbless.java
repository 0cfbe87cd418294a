package kept.promises.hearing;

import kept.promises.Kind;
import org.jspecify.annotations.Nullable;

/// Hears what is said without a verb: "photos of the wiring your way by 6", "tech out at 6".
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

  /// The sentence, or else a clause of it.
  @Nullable
  Finding in(Sentence in, boolean monthFirst) {
    if (in.asks()) return null;
    var whole = in(in, 0, in.size(), monthFirst);
    for (int from = 0; whole == null && from < in.size(); ) {
      int to = from;
      while (to < in.size() && !isCut(in.word(to))) to++;
      whole = to - from == in.size() ? null : in(in, from, to, monthFirst);
      from = to + 1;
    }
    return whole;
  }

  private boolean isCut(String word) {
    return language.is("boundary", word) || language.is("join", word);
  }

  /// Something or somebody of ours, for them, with a time; nobody else is named.
  private @Nullable Finding in(Sentence in, int from, int to, boolean monthFirst) {
    if (says(in, from, to)) return null;
    var due = dues.find(in, from, to, monthFirst);
    if (due.sort() != Due.Sort.TIME) return null;
    var thing = thing(in, from, to);
    var ready = isReady(in, from, to, due);
    if (!thing && !ready && !somebody(in, from, to) && !isBack(in, from)) return null;
    if (thing && !due.binds() && !arrives(in, from, to)) return null;
    var kind = thing || ready ? language.kindOfThing(in, from, to, Kind.OTHER) : kind(in, from);
    var what = (thing ? "Send " : ready ? "Have " : "Be ") + wording.lowered(in, from, to, due);
    return new Finding(what, kind, due, Strength.FIRM, in, from, to);
  }

  /// "Back to you by 4" answers; "round to yours at 4" comes.
  private Kind kind(Sentence in, int from) {
    return language.is("answering", in.word(from)) ? Kind.CALLBACK : Kind.VISIT;
  }

  /// Something that we send, and whom it is for.
  private boolean thing(Sentence in, int from, int to) {
    if (!names(in, from, to, "you") && !names(in, from, to, "client") && !in.retold())
      return language.kindOfThing(in, from, Math.min(to, from + LATEST_THING), Kind.OTHER)
          == Kind.REFUND;
    return language.namesThing(in, from, Math.min(to, from + LATEST_THING));
  }

  /// "ready about 3", "gears sorted by 5", "told mum flowers there by 11".
  private boolean isReady(Sentence in, int from, int to, Due due) {
    if (in.retold() && (arrives(in, from, to) || names(in, from, to, "made"))) return true;
    return due.binds() ? names(in, from, to, "made") : language.is("ready", in.word(from));
  }

  /// "engineer with you", "tech out", "told her plumber coming".
  private boolean somebody(Sentence in, int from, int to) {
    var named = language.is("staff", in.word(from)) || language.is("staff", in.word(from + 1));
    var comes = in.retold() || arrives(in, from, to) || names(in, from, to, "set up");
    return named && !in.isNumber(from) && comes;
  }

  private boolean arrives(Sentence in, int from, int to) {
    for (int at = from + 1; at < to; at++) if (comes(in, at)) return true;
    return false;
  }

  /// "out", "coming", "with you", "to theirs".
  private boolean comes(Sentence in, int at) {
    if (language.is("arriving", in.word(at))) return true;
    return language.is("preposition", in.word(at))
        && (language.is("you", in.word(at + 1)) || language.is("client", in.word(at + 1)));
  }

  /// "Back to you by 4", "round to yours at 6", "with you in ten".
  private boolean isBack(Sentence in, int from) {
    return comes(in, from)
        && (language.is("you", in.word(from + 1)) || language.is("you", in.word(from + 2)));
  }

  private boolean says(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) {
      var word = in.word(at);
      if (language.is("be", word) || language.is("will", word) || language.is("asking", word))
        return true;
      if (language.is("pronoun", word) && !language.is("you", word)) return true;
      if (isVerb(in, at)) return true;
    }
    return false;
  }

  private boolean isVerb(Sentence in, int at) {
    var word = in.word(at);
    var forms = language.verbs().forms();
    if (language.is("to", in.word(at - 1)) && forms.is(word, Form.PLAIN)) return true;
    if (language.isThing(word) || language.is("staff", word) || comes(in, at)) return false;
    if (language.is("made", word) || language.is("set up", word)) return false;
    return forms.is(word, Form.PLAIN)
        || forms.is(word, Form.THIRD)
        || (forms.is(word, Form.DONE) && !in.retold());
  }

  private boolean names(Sentence in, int from, int to, String group) {
    for (int at = from; at < to; at++) if (language.is(group, in.word(at))) return true;
    return false;
  }
}
