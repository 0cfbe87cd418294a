package kept.promises.hearing;

import java.util.List;

/// What speaks against a promise: a question, a condition, a policy, somebody else's act, a joke.
final class Doubts {
  private final Language language;

  Doubts(Language language) {
    this.language = language;
  }

  boolean about(Place place) {
    var in = place.in();
    var head = place.head();
    var end = place.end();
    return !isOurs(head)
        || isSubordinate(in, head)
        || isAsked(in, head)
        || isDisowned(in, head, end)
        || isConditional(in, head, end)
        || language.cues("sarcasm").anyIn(in);
  }

  /// True when the text waits for the customer's go-ahead.
  boolean waits(List<Sentence> text) {
    return text.stream().anyMatch(in -> language.cues("waits").anyIn(in));
  }

  private static boolean isOurs(Head head) {
    return switch (head.subject().who()) {
      case OTHER, ANYONE -> false;
      case CUSTOMER -> head.match() != null && head.mode() != Head.Mode.FUTURE;
      case US, STAFF, NAMED, THING -> true;
    };
  }

  private boolean isSubordinate(Sentence in, Head head) {
    var before = in.word(head.from() - 1);
    for (int at = head.subject().from(); at < head.verb(); at++)
      if (in.word(at).equals("that") && isRelative(in, at)) return true;
    if (before.equals("that"))
      return !language.cues("assure").anyIn(in, Math.max(0, head.from() - 3), head.from() - 1);
    if (language.is("theirs", in.word(head.from())) && language.is("reported", before)) return true;
    if (isQuoted(in, head.subject().from())) return true;
    return language.is("subordinator", before)
        || before.matches("than|as|did|does|do|wish|would|could|hope|hoping|hopes");
  }

  /// "You said: I'll call you by four".
  private boolean isQuoted(Sentence in, int from) {
    for (int at = 0; at < from; at++)
      if (language.cues("quoted").match(in, at, from) == from) return true;
    return false;
  }

  /// "deals that will close soon", but not "that will be ready".
  private boolean isRelative(Sentence in, int that) {
    var modal = language.is("will", in.word(that + 1)) || language.is("be", in.word(that + 1));
    return modal && !language.startsClause(in, that);
  }

  /// A question's last clause asks; what stands before it may still promise.
  private boolean isAsked(Sentence in, Head head) {
    if (!in.asks()) return false;
    if (in.word(0)
        .matches(
            "do|does|did|can|could|would|will|shall|should|is|are|have|has|what|when|where|why|how|who|want|need|any|fancy|happy"))
      return true;
    int comma = in.size() - 1;
    while (comma > head.verb() && !in.word(comma).equals(",") && !in.word(comma).equals(";"))
      comma--;
    return comma <= head.verb();
  }

  private boolean isDisowned(Sentence in, Head head, int end) {
    return language.cues("disclaim").anyIn(in, 0, Math.min(end, in.size()))
        || (head.mode() == Head.Mode.GOING_ON && language.cues("purpose").anyIn(in, 0, end))
        || language.cues("unsure").anyIn(in, afterBut(in, head.from()), end)
        || language.cues("policy").anyIn(in, 0, end)
        || language.cues("tentative").anyIn(in, clauseStart(in, head.from()), head.verb());
  }

  private int clauseStart(Sentence in, int from) {
    int at = from;
    while (at > 0
        && !language.is("boundary", in.word(at - 1))
        && !language.is("join", in.word(at - 1))) at--;
    return at;
  }

  /// "No idea yet, but I'll find out": the "but" takes it back.
  private static int afterBut(Sentence in, int to) {
    int at = to;
    while (at > 0 && !in.word(at).equals("but")) at--;
    return at;
  }

  private boolean isConditional(Sentence in, Head head, int end) {
    var before = conditionIn(in, 0, head.from());
    return before || conditionIn(in, head.verb(), end) || isOrdered(in, head);
  }

  /// Whether a condition stands around these words.
  boolean isConditional(Sentence in, int from, int to) {
    return conditionIn(in, 0, from) || conditionIn(in, to, in.size());
  }

  private boolean conditionIn(Sentence in, int from, int to) {
    var conditions = language.cues("conditional");
    for (int at = conditions.find(in, from, to); at >= 0; at = conditions.find(in, at + 1, to)) {
      if (in.word(at).equals("if") && language.is("unless even", in.word(at - 1))) continue;
      var apart = in.word(at - 1).matches("and|but|so") && at > from + 1 && leavesOff(in, at, to);
      var soft = language.cues("soft").match(in, at, in.size()) > at
          || language.cues("ours after all").match(in, at, in.size()) > at;
      if (!apart && !soft) return true;
    }
    return false;
  }

  /// "and if it drips, shout": the condition is of its own, unless what it is about comes last.
  private boolean leavesOff(Sentence in, int at, int to) {
    if (to >= in.size()) return true;
    for (int join = at + 1; join < to; join++) if (language.is("join", in.word(join))) return true;
    return false;
  }

  /// "Send me the photos and I'll open the claim".
  private boolean isOrdered(Sentence in, Head head) {
    int at = 0;
    while (at < head.from()
        && (in.word(at)
                .matches(
                    "please|just|so|ok|yes|well|right|and|then|,|sure|no|worries|problem|hi|you")
            || language.is("adverb", in.word(at)))) at++;
    var joined = in.word(head.from() - 1).matches("and|,|then|so|;|or")
        || in.word(head.from() - 2).equals("and");
    if (!joined || at >= head.from()) return false;
    return orders(in, at, head.from());
  }

  /// A verb in its plain form orders something; "Chuck, ..." calls somebody.
  private boolean orders(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) {
      var starts = at == from
          || language.is("boundary", in.word(at - 1))
          || language.is("join", in.word(at - 1))
          || in.word(at - 1).matches("just|please");
      if (!starts || in.calls(at) || isPatience(in, at, to)) continue;
      if (language.cues("instructing").match(in, at, to) > at && !anyPatience(in, from, to))
        return true;
    }
    return false;
  }

  private boolean anyPatience(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (isPatience(in, at, to)) return true;
    return false;
  }

  /// "bear with me and I'll", "let me check and I'll": nothing for the customer to do.
  private boolean isPatience(Sentence in, int at, int to) {
    return language.cues("patience").match(in, at, to) > at
        && language.cues("asking to know").match(in, at, to) < 0;
  }
}
