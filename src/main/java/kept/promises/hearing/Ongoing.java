package kept.promises.hearing;

import java.util.List;
import kept.promises.Kind;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;
import org.jspecify.annotations.Nullable;

/// Finds what goes on or is about to: with a time it is as good as promised.
final class Ongoing {
  private final Language language;
  private final Subjects subjects;
  private final Acts acts;

  Ongoing(Language language, Subjects subjects, Acts acts) {
    this.language = language;
    this.subjects = subjects;
    this.acts = acts;
  }

  @Nullable
  Head at(List<Sentence> text, int index, int at) {
    var in = text.get(index);
    if (language.startsClause(in, at)) return unsaid(in, at);
    var be = language.is("be", in.word(at));
    int next = be ? acts.skip(in, at + 1) : at;
    if (language.isGoingTo(in, next)) return null;
    var negated = language.is("not", in.word(next));
    if (negated) next = acts.skip(in, next + 1);
    var subject = subjects.before(text, index, at);
    if (subject.from() == at) return null;
    var match = be ? ofBeing(in, subject, at, next) : ofDoing(in, subject, at);
    if (match == null) return null;
    return new Head(subject, Mode.GOING_ON, negated, subject.from(), match.from(), match);
  }

  /// "Calling you back at 4", "am calling you", "Ring you back at 4", with nobody said.
  private @Nullable Head unsaid(Sentence in, int at) {
    int verb = language.is("being me", in.word(at)) ? acts.skip(in, at + 1) : at;
    var match = language.verbs().match(in, verb, in.size(), Form.DOING);
    if (match == null) match = bare(in, at);
    if (match == null && at == 0) match = acts.begun(in, verb);
    if (match == null) return null;
    return new Head(new Subject(Who.US, at), Mode.GOING_ON, false, at, match.from(), match);
  }

  /// A verb in its plain form orders something, unless it names the customer.
  private Verbs.@Nullable Match bare(Sentence in, int at) {
    if (in.word(at + 1).equals(",")) return null;
    var match = in.asks() ? null : language.verbs().match(in, at, in.size(), Form.PLAIN);
    if (match == null) return null;
    var names = language.is("you alone", in.word(at + 1))
        || language.is("you alone", in.word(match.to() - 1))
        || language.is("to be", in.word(at));
    return names ? match : null;
  }

  /// "I'm calling at four", "is being shipped tomorrow", "'s in your inbox by 7".
  private Verbs.@Nullable Match ofBeing(Sentence in, Subject subject, int be, int next) {
    if (subject.who() == Who.CUSTOMER) {
      var having = language.received().match(in, next, in.size(), Form.DOING);
      return having == null ? language.received().match(in, be, in.size(), Form.THIRD) : having;
    }
    var carried = language.cues("aiming").match(in, next, in.size());
    if (carried > next && subject.isOurs())
      return acts.future(in, subject, acts.carried(in, carried)).match();
    return acts.ongoing(in, subject, be, next);
  }

  /// "your order ships tomorrow", but not "a timing belt takes a day".
  private Verbs.@Nullable Match ofDoing(Sentence in, Subject subject, int at) {
    if (isVerb(in, subject, at) || language.is("please", in.word(subject.from() - 1))) return null;
    if (language.verbs().forms().plain(in.word(at), Form.THIRD).stream()
        .anyMatch(verb -> language.is("our own", verb))) return null;
    var match = acts.match(in, subject, at, Form.THIRD);
    if (match == null && isPlural(in, subject, at)) match = acts.match(in, subject, at, Form.PLAIN);
    if (match == null) return ofMoving(in, subject, at);
    if (match.verb().kind() == Kind.OTHER
        || match.verb().is("now")
        || match.verb().is("later")) return null;
    if (subject.who() == Who.US || subject.who() == Who.CUSTOMER) return null;
    var runs = language.is("timetable", match.plain());
    var theirs = language.is(runs ? "you" : "theirs to have", in.word(subject.from()));
    var anybodys =
        subject.who() == Who.THING && !theirs && !language.namesThing(in, subject.from(), at);
    return anybodys ? null : match;
  }

  /// "the boxes go out tonight"
  private boolean isPlural(Sentence in, Subject subject, int at) {
    return subject.who() == Who.THING
        && language.isThing(in.word(at - 1))
        && in.word(at - 1).endsWith("s");
  }

  /// "We do returns", "tried calling you": what stands before is no subject.
  private boolean isVerb(Sentence in, Subject subject, int at) {
    var word = in.word(subject.from());
    var forms = language.verbs().forms();
    return at == subject.from() + 1
        && !language.isThing(word)
        && !language.is("staff", word)
        && (forms.is(word, Form.PLAIN) || forms.is(word, Form.DONE));
  }

  /// "a new dozen going to your office at one".
  private Verbs.@Nullable Match ofMoving(Sentence in, Subject subject, int at) {
    var thing = subject.who() == Who.THING || subject.who() == Who.NAMED;
    if (!thing
        || language.is("preposition", in.word(subject.from()))
        || in.asks()
        || !language.startsClause(in, subject.from())) return null;
    return acts.match(in, subject, at, Form.DOING);
  }
}
