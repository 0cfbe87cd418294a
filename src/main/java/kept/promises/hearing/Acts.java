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
      int carried = carried(in, next);
      if (carried > next) return future(in, subject, carried);
      var us = in.word(subject.from()).matches("i|we");
      if (done != null && !us && !language.is("own", in.word(verb))) return new Act(done, true);
      var undone = match == null && language.is("to be", in.word(verb));
      if (undone && (isGoods(in, subject, verb) || isForYou(in, next)))
        match = ofThing(in, next, Form.DONE);
      if (match != null && match.verb().equals(Verbs.OF_THING)) return new Act(match, true);
      match = caused(in, verb, match);
    }
    if (match == null || match.verb().is("dated")) match = caused(in, verb, match);
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

  /// "you'll be moved to the sea view room": what is done to them we do.
  @Nullable
  Match doneTo(Sentence in, int be) {
    if (!language.is("to be", in.word(be))) return null;
    int verb = skip(in, be + 1);
    var word = in.word(verb);
    var known = language.verbs().match(in, verb, in.size(), Form.DONE);
    if (known == null && !language.looks(Form.DONE, word)) return null;
    return language.isNobodys(word, Form.DONE)
        ? null
        : new Match(Verbs.TIMELY, word, verb, verb + 1);
  }

  /// After "am", "is", "are": "sending it", "being sent", "in your inbox".
  @Nullable
  Match ongoing(Sentence in, Subject subject, int be, int next) {
    var passive = language.is("being", in.word(next))
        ? language.verbs().match(in, next + 1, in.size(), Form.DONE)
        : null;
    if (passive != null) return passive;
    var doing = match(in, subject, next, Form.DOING);
    if (doing != null) return doing;
    var state = match(in, subject, be, Form.THIRD);
    if (state != null && state.verb().is("later")) return null;
    return state == null ? any(in, subject, next, Form.DOING) : state;
  }

  /// A phrase of the lists that fits who does it: a thing does other things than a person.
  @Nullable
  Match match(Sentence in, Subject subject, int verb, Form form) {
    if (language.is("pointing", in.word(subject.from()))) return null;
    if (subject.who() == Who.THING) return language.verbs().ofThing(in, verb, in.size(), form);
    var match = language.verbs().match(in, verb, in.size(), form);
    var state = language.is("light", in.word(verb)) || language.is("be", in.word(verb));
    var person = in.tokens().get(subject.from()).capital();
    var unknown = match == null && subject.who() == Who.NAMED && !(state && person);
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

  /// "Putting a new battery in it on Monday": with its object and a time.
  @Nullable
  Match begun(Sentence in, int verb) {
    var word = in.word(verb);
    var bare = !language.looks(Form.DOING, word)
        || language.verbs().isVerb(word)
        || language.isNobodys(word, Form.DOING);
    return bare || !language.is("theirs now", in.word(verb + 1))
        ? null
        : new Match(Verbs.TIMELY, word, verb, verb + 1);
  }

  /// A verb that no list knows may bind us too: "I'll backdate the cover for you".
  private @Nullable Match any(Sentence in, Subject subject, int verb, Form form) {
    var word = in.word(verb);
    if (form == Form.PLAIN && isThere(in, verb))
      return new Match(Verbs.OF_THING, word, verb, verb + 1);
    if (isGoods(in, subject, verb) && form == Form.PLAIN) return ofThing(in, verb, form);
    var ours = subject.who() == Who.US || subject.who() == Who.STAFF;
    if (!ours || !language.looks(form, word) || language.neverBinds(word, form)) return null;
    var name = verb > 0 && in.tokens().get(verb).capital();
    if (name || language.is("determiner", word) || language.is("be", word)) return null;
    if (language.is("at once", word) && !isForYou(in, verb)) return null;
    if (!language.isVague(word, form)) return new Match(Verbs.ANY, word, verb, verb + 1);
    return isOnThem(in, verb) ? new Match(Verbs.TIMELY, word, verb, verb + 1) : null;
  }

  /// What no list knows that is done with a thing of ours, or to the customer.
  private @Nullable Match ofThing(Sentence in, int verb, Form form) {
    var word = in.word(verb);
    if (!language.looks(form, word) || language.isNobodys(word, form)) return null;
    return new Match(Verbs.OF_THING, word, verb, verb + 1);
  }

  /// "There'll be someone outside yours at 7".
  private boolean isThere(Sentence in, int be) {
    if (!in.word(be - 2).equals("there") || !language.is("to be", in.word(be))) return false;
    var named = false;
    var yours = false;
    for (int at = be + 1; at < Math.min(be + FARTHEST, in.size()); at++) {
      named |= language.is("staff", in.word(at)) || language.isThing(in.word(at));
      yours |= language.is("you", in.word(at));
    }
    return named && yours;
  }

  /// "The hall will be unlocked for you", "I'll pull a fresh one for you".
  private boolean isForYou(Sentence in, int act) {
    for (int at = act + 1; at < Math.min(act + FARTHEST, in.size()); at++)
      if (in.word(at).equals("for") && language.is("you", in.word(at + 1))) return true;
    return false;
  }

  private boolean isGoods(Sentence in, Subject subject, int verb) {
    if (subject.who() != Who.THING) return false;
    for (int at = subject.from(); at < verb; at++)
      if (language.is("ours to do", in.word(at)) || language.isThing(in.word(at))) return true;
    return in.word(subject.from()).equals("they");
  }

  /// "look after that", "put it on the counter": at once, or after one word more, what it is about.
  private boolean isOnThem(Sentence in, int verb) {
    return language.is("pointed at", in.word(verb + 1))
        || language.is("theirs now", in.word(verb + 1))
        || language.is("pointed at", in.word(verb + 2));
  }

  private int carrier(Sentence in, int verb) {
    return language.cues("carrier").match(in, verb, in.size());
  }
}
