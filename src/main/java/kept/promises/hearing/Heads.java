package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;
import kept.promises.Kind;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;
import org.jspecify.annotations.Nullable;

/// Finds the places in a sentence where a promise may begin.
final class Heads {
  private static final int LONGEST_PLANNER = 4;
  private static final int FARTHEST = 5;

  /// Nobody says more things than these in one sentence, and each is looked at in all of it.
  private static final int MOST = 20;

  private final Language language;
  private final Subjects subjects;
  private final Acts acts;
  private final Ongoing ongoing;

  Heads(Language language) {
    this.language = language;
    this.subjects = new Subjects(language);
    this.acts = new Acts(language);
    this.ongoing = new Ongoing(language, subjects, acts);
  }

  List<Head> in(List<Sentence> text, int index) {
    var in = text.get(index);
    var heads = new ArrayList<Head>();
    for (int at = 0; at < in.size() && heads.size() < MOST; ) {
      var head = at(text, index, at);
      if (head == null || isAside(in, head, heads)) at++;
      else {
        heads.add(head);
        at = Math.max(at + 1, further(in, head, heads));
      }
    }
    return heads;
  }

  /// "the minute it's ready": what goes on within another head's words is no head of its own.
  private boolean isAside(Sentence in, Head head, List<Head> heads) {
    if (head.mode() != Mode.GOING_ON || heads.isEmpty()) return false;
    var before = in.word(head.from() - 1);
    return !language.is("boundary", before) && !language.is("join", before);
  }

  private @Nullable Head at(List<Sentence> text, int index, int at) {
    var in = text.get(index);
    var noted = noted(in, at);
    if (noted != null) return noted;
    var word = in.word(at);
    if (language.is("to", word)) return planned(text, index, at);
    if (language.is("will", word)) return future(text, index, at, at + 1);
    var going = language.isGoingTo(in, at) ? going(text, index, at, at + 2) : null;
    if (going != null) return going;
    var arranged = language.cues("arranged").match(in, at, in.size());
    if (arranged > at) return arranged(in, at, arranged);
    var set = language.cues("set to").match(in, at, in.size());
    if (set > at) return planned(text, index, at, set);
    var aims = language.cues("aims").match(in, at, in.size());
    if (aims > at && in.word(at - 1).matches("i|we")) return future(text, index, at, aims);
    if (language.is("expect", word)) return expecting(in, at);
    return ongoing.at(text, index, at);
  }

  /// "promised a callback by 4", "to call back Thursday".
  private @Nullable Head noted(Sentence in, int at) {
    if (language.is("not ours", in.word(at - 1))) return null;
    var told = language.is("telling", in.word(at));
    if (told && !subjects.isSaidByUs(in, at)) return null;
    for (var cue : List.of("agreed", "to do")) {
      var to = language.cues(cue).match(in, at, in.size());
      if (to <= at) continue;
      var ours = cue.equals("to do");
      var negated = language.is("not", in.word(to));
      var match = acts.noted(in, negated ? to + 1 : to);
      if (match == null || (ours && match.verb().kind() != Kind.CALLBACK)) continue;
      var mode = ours ? Mode.PLANNED : Mode.NOTED;
      return new Head(new Subject(Who.US, at), mode, negated, at, match.from(), match);
    }
    return null;
  }

  /// "Manager to call back by 5pm", "Quote to go out by Friday".
  private @Nullable Head planned(List<Sentence> text, int index, int at) {
    var in = text.get(index);
    var subject = subjects.before(text, index, at);
    var before = in.word(at - 1);
    if (subject.from() == at || language.is("glad", before) || language.is("be", before))
      return null;
    if (subject.who() == Who.US || !language.startsClause(in, subject.from())) return null;
    if (subject.who() == Who.CUSTOMER) return receivingLater(in, subject, at);
    var first = in.word(subject.from());
    var named = !hasPreposition(in, subject.from(), at) || language.isThing(first);
    if (at - subject.from() > LONGEST_PLANNER || !named) return null;
    if (!language.times().unit(before).isEmpty() || before.equals("half")) return null;
    if (language.verbs().forms().is(first, Form.DONE)) return null;
    var orders = language.verbs().isVerb(first) && !language.is("staff", first);
    if (at - subject.from() > 1 && orders && !hasPreposition(in, subject.from(), at)) return null;
    var capital = in.tokens().get(subject.from()).capital();
    if (subject.who() == Who.NAMED && !capital) return null;
    int verb = acts.skip(in, at + 1);
    var match = acts.future(in, subject, verb).match();
    return match == null || match.verb().is("any")
        ? null
        : new Head(subject, Mode.PLANNED, false, subject.from(), verb, match);
  }

  /// "I've booked Steve to come Thursday", "we've a man coming out to you": what is set up.
  private @Nullable Head arranged(Sentence in, int at, int next) {
    for (int verb = next + 1; verb < Math.min(next + FARTHEST, in.size()); verb++) {
      var match = language.is("to", in.word(verb))
          ? language.verbs().match(in, acts.skip(in, verb + 1), in.size(), Form.PLAIN)
          : language.verbs().match(in, verb, in.size(), Form.DOING);
      if (match == null || !subjects.namesOurs(in, next - 1, verb)) continue;
      return new Head(new Subject(Who.STAFF, at), Mode.PLANNED, false, at, match.from(), match);
    }
    return null;
  }

  /// "The crew is scheduled to arrive on Monday".
  private @Nullable Head planned(List<Sentence> text, int index, int be, int next) {
    var head = future(text, index, be, next);
    return head == null || head.match() == null || head.subject().who() == Who.US
        ? null
        : new Head(
            head.subject(), Mode.PLANNED, head.negated(), head.from(), head.verb(), head.match());
  }

  /// "Cust to get the replacement on Friday".
  private @Nullable Head receivingLater(Sentence in, Subject subject, int to) {
    var match = language.is("you", in.word(subject.from())) ? null : received(in, to + 1);
    return match == null
        ? null
        : new Head(subject, Mode.PLANNED, false, subject.from(), to + 1, match);
  }

  private boolean hasPreposition(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (language.is("preposition", in.word(at))) return true;
    return false;
  }

  /// "we're not going to send it", "gonna send it".
  private @Nullable Head going(List<Sentence> text, int index, int at, int next) {
    var in = text.get(index);
    int be = at - 1;
    var negated = language.is("not", in.word(be));
    if (negated) be--;
    while (be >= 0 && language.is("adverb", in.word(be))) be--;
    if (language.is("be", in.word(be))) {
      var head = future(text, index, be, next);
      return head == null || !negated ? head : head.not();
    }
    return language.startsClause(in, at) ? future(text, index, at, next) : null;
  }

  /// What follows "will" that stands at `modal`; the verb begins at `next` or after adverbs.
  private @Nullable Head future(List<Sentence> text, int index, int modal, int next) {
    var in = text.get(index);
    var subject = subjects.before(text, index, modal);
    if (subject.from() == modal && !isElliptic(in, modal)) return null;
    var ought = language.is("should", in.word(modal)) && language.is("to", in.word(next));
    int first = acts.skip(in, ought ? next + 1 : next);
    var negated = language.is("not", in.word(first));
    if (negated) first = acts.skip(in, first + 1);
    int verb = acts.carried(in, first);
    if (language.is("should", in.word(modal))
        && !ought
        && !language.is("after should", in.word(next))) return null;
    if (language.cues("obliged").match(in, verb, in.size()) > verb) return null;
    if (subject.who() == Who.CUSTOMER || language.is("you", in.word(verb - 1))) {
      var received = received(in, verb);
      if (received != null || verb == first || subject.who() == Who.CUSTOMER)
        return new Head(subject, Mode.RECEIVING, negated, subject.from(), verb, received);
    }
    var act = acts.future(in, subject, verb);
    if (act.match() == null && verb > first) {
      verb = first;
      act = acts.future(in, subject, verb);
    }
    var mode = act.passive() ? Mode.PASSIVE : Mode.FUTURE;
    return new Head(subject, mode, negated, subject.from(), verb, act.match());
  }

  /// "Will ring you at 4", but not "Will you ring at 4".
  private boolean isElliptic(Sentence in, int modal) {
    return language.startsClause(in, modal) && !language.is("asked", in.word(modal + 1));
  }

  private Verbs.@Nullable Match received(Sentence in, int verb) {
    if (language.is("to", in.word(verb + 1))) return null;
    var received = language.received().match(in, verb, in.size(), Form.PLAIN);
    if (received != null || !language.is("light", in.word(verb))) return received;
    var receiving = language.received().match(in, verb + 1, in.size(), Form.DOING);
    return receiving == null ? acts.doneTo(in, verb) : receiving;
  }

  /// "expect a call from me by five".
  private @Nullable Head expecting(Sentence in, int at) {
    var before = in.word(at - 1);
    var theirs = in.word(at).endsWith("ing");
    var free = theirs
        ? language.is("client", before)
        : language.startsClause(in, at) || language.is("may expect", before);
    if (!free) return null;
    var match =
        theirs ? language.received().match(in, at, in.size(), Form.DOING) : received(in, at);
    if (match == null) return null;
    return new Head(new Subject(Who.CUSTOMER, at), Mode.RECEIVING, false, at, at, match);
  }

  /// Verbs that go on with "and"; returns where to look next.
  private int further(Sentence in, Head head, List<Head> heads) {
    if (head.match() == null) return head.verb() + 1;
    int after = head.match().to();
    if (head.mode() == Mode.PASSIVE || head.mode() == Mode.RECEIVING) return after;
    var form =
        language.verbs().forms().is(in.word(head.verb()), Form.PLAIN) ? Form.PLAIN : Form.DOING;
    for (int at = head.verb() + 1; at < in.size() && heads.size() < MOST; at++) {
      if (language.is("will", in.word(at)) || language.is("chain end", in.word(at))) break;
      if (!language.is("chain", in.word(at))) continue;
      var match = language.verbs().match(in, acts.skip(in, at + 1), in.size(), form);
      if (match == null) continue;
      heads.add(head.with(match));
      after = Math.max(after, match.to());
    }
    return after;
  }
}
