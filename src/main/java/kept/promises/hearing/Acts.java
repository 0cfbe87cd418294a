package kept.promises.hearing;

import kept.promises.hearing.Subject.Who;
import kept.promises.hearing.Verbs.Match;
import org.jspecify.annotations.Nullable;

/// Reads what is said to be done, from the place where its verb may begin.
final class Acts {
  private static final int FARTHEST = 8;

  private final Language language;

  Acts(Language language) {
    this.language = language;
  }

  /// What is done, and whether it is done to the subject: "it will be refunded".
  record Act(@Nullable Match match, boolean passive) {}

  /// Past adverbs: "I'll just ring you".
  int skip(Sentence in, int at) {
    int next = at;
    while (next < in.size() && language.is("adverb", in.word(next))) next++;
    return next;
  }

  /// Past what only carries the verb: "I'll do my best to ring you".
  int carried(Sentence in, int at) {
    int verb = skip(in, at);
    for (int to = carrier(in, verb); to > verb; to = carrier(in, verb)) verb = skip(in, to);
    return verb;
  }

  /// After "will": "ring you", "be ringing you", "be sent", "have Tom ring you", or any other verb.
  Act future(Sentence in, Subject subject, int verb) {
    var match = match(in, subject, verb, Form.PLAIN);
    var light = language.is("light", in.word(verb));
    if (light && (match == null || match.to() == verb + 1)) {
      int next = skip(in, verb + 1);
      var doing = match(in, subject, next, Form.DOING);
      var done = language.verbs().match(in, next, in.size(), Form.DONE);
      if (doing != null) return new Act(doing, false);
      if (done != null && !language.is("own", in.word(verb))) return new Act(done, true);
      match = caused(in, verb, match);
    }
    if (match == null) match = caused(in, verb, null);
    var unsaid = language.is("will", in.word(subject.from()));
    if (match == null && unsaid) match = language.verbs().ofThing(in, verb, in.size(), Form.PLAIN);
    return new Act(match == null ? any(in, subject, verb, Form.PLAIN) : match, false);
  }

  /// In a note, where the subject does not matter: "told her we'd ring", "promised a callback".
  @Nullable
  Match noted(Sentence in, int at) {
    int verb = carried(in, at);
    var match = language.verbs().match(in, verb, in.size(), Form.PLAIN);
    if (match == null) match = language.verbs().ofThing(in, verb, in.size(), Form.PLAIN);
    if (match == null && language.is("light", in.word(verb)))
      return future(in, new Subject(Who.US, at), verb).match();
    return match;
  }

  /// After "am", "is", "are": "sending it", "being sent", "in your inbox".
  @Nullable
  Match ongoing(Sentence in, Subject subject, int be, int next) {
    if (language.is("being", in.word(next)))
      return language.verbs().match(in, next + 1, in.size(), Form.DONE);
    var doing = match(in, subject, next, Form.DOING);
    if (doing != null) return doing;
    var state = match(in, subject, be, Form.THIRD);
    if (state != null && state.verb().is("later")) return null;
    return state == null ? any(in, subject, next, Form.DOING) : state;
  }

  /// A phrase of the lists that fits who does it: a thing does other things than a person.
  @Nullable
  Match match(Sentence in, Subject subject, int verb, Form form) {
    if (subject.who() == Who.THING) return language.verbs().ofThing(in, verb, in.size(), form);
    var match = language.verbs().match(in, verb, in.size(), form);
    var state = language.is("light", in.word(verb)) || language.is("be", in.word(verb));
    var unknown = match == null && subject.who() == Who.NAMED && !state;
    return unknown ? language.verbs().ofThing(in, verb, in.size(), form) : match;
  }

  /// "have Tom call you", "get that leak stopped": what we see to it that somebody does.
  private @Nullable Match caused(Sentence in, int verb, @Nullable Match otherwise) {
    if (!language.is("causing", in.word(verb))) return otherwise;
    for (int at = verb + 2; at < Math.min(verb + FARTHEST, in.size()); at++) {
      if (language.is("boundary", in.word(at))) return otherwise;
      var done = language.verbs().match(in, at, in.size(), Form.DONE);
      if (done != null) return done;
      var plain = language.verbs().match(in, at, in.size(), Form.PLAIN);
      if (plain != null && !language.is("determiner", in.word(at - 1))) return plain;
      if (language.is("light", in.word(verb)) && language.looks(Form.DONE, in.word(at)))
        return new Match(Verbs.ANY, in.word(verb), verb, at + 1);
    }
    return otherwise;
  }

  /// A verb that no list knows may bind us too: "I'll backdate the cover for you".
  private @Nullable Match any(Sentence in, Subject subject, int verb, Form form) {
    var word = in.word(verb);
    var ours = subject.who() == Who.US || subject.who() == Who.STAFF;
    if (!ours || !language.looks(form, word) || language.neverBinds(word, form)) return null;
    if (language.is("determiner", word)) return null;
    return new Match(Verbs.ANY, word, verb, verb + 1);
  }

  private int carrier(Sentence in, int verb) {
    return language.cues("carrier").match(in, verb, in.size());
  }
}
