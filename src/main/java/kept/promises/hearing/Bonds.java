package kept.promises.hearing;

import java.util.Set;
import kept.promises.Kind;
import kept.promises.hearing.Due.Sort;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;
import kept.promises.hearing.Verbs.Match;

/// Whether what is said binds us: done on the spot it does not, nor without the time, the customer
/// or the thing that it needs.
final class Bonds {
  private static final Set<Kind> ALWAYS_FOR_THEM =
      Set.of(Kind.CALLBACK, Kind.VISIT, Kind.REFUND, Kind.REPLACEMENT, Kind.ESCALATION, Kind.FIX);

  /// What is on its way as soon as it is said: "sending a new one asap".
  private static final Set<Kind> SENT =
      Set.of(Kind.REPLACEMENT, Kind.SHIPMENT, Kind.INFORMATION, Kind.REFUND);

  private static final int OBJECT_WITHIN = 7;

  private final Language language;

  Bonds(Language language) {
    this.language = language;
  }

  boolean bind(Place place, Match match, Due due) {
    if (isNow(place, due) || !hasItsTime(place, match, due)) return false;
    if (due.sort() != Sort.TIME && isGlad(place, match)) return false;
    if (place.head().mode() == Mode.GOING_ON && !goesOnForThem(place, match, due)) return false;
    if (!hasItsCustomer(place, match, due)) return false;
    return fits(place, match, due);
  }

  private boolean isNow(Place place, Due due) {
    if (due.sort() == Sort.TIME) return false;
    return language.cues("now").anyIn(place.in(), 0, place.end())
        || language.cues("now here").anyIn(place.in(), place.head().from(), place.end());
  }

  /// "We'd be happy to talk": an offer, unless it says when.
  private boolean isGlad(Place place, Match match) {
    return language.cues("glad").anyIn(place.in(), place.head().from(), match.from());
  }

  private boolean hasItsTime(Place place, Match match, Due due) {
    var verb = match.verb();
    var mode = place.head().mode();
    if (mode == Mode.PLANNED && !due.isDated() && !verb.is("follows")) return false;
    if (mode == Mode.GOING_ON && due.sort() != Sort.TIME && !isCertain(place, match, due))
      return false;
    var gift = language.cues("gift").anyIn(place.in());
    if (verb.is("dated") && !due.isDated() && !(gift && mode == Mode.FUTURE)) return false;
    if (verb.is("money") && !namesMoney(place, match)) return false;
    if (verb.is("slot") && !due.binds() && !place.in().retold()) return false;
    if (verb.is("timed") && (mode == Mode.GOING_ON || !due.namesHour())) return false;
    var told = mode == Mode.PASSIVE || mode == Mode.NOTED || place.in().retold();
    return !verb.is("now") || due.isThere() || told || gift;
  }

  private boolean namesMoney(Place place, Match match) {
    var in = place.in();
    for (int at = match.from(); at < place.end(); at++)
      if (language.is("money", in.word(at)) || in.isNumber(at)) return true;
    return false;
  }

  /// "I'm waiving the fee", "you're getting your money back": said is as good as promised; "I'm
  /// telling her the second she's in".
  private boolean isCertain(Place place, Match match, Due due) {
    var head = place.head();
    var verb = match.verb();
    if (head.mode() == Mode.GOING_ON && head.subject().who() == Who.CUSTOMER)
      return verb.kind() == Kind.REFUND;
    if (head.subject().who() == Who.STAFF || head.subject().who() == Who.NAMED)
      return due.isDated() && language.looks(Form.DOING, place.in().word(match.from()));
    if (head.subject().who() == Who.THING) return due.isDated() && verb.kind() == Kind.REFUND;
    var said = head.subject().who() == Who.US && head.subject().from() < head.verb();
    var performs = verb.kind() == Kind.REFUND || verb.kind() == Kind.ESCALATION;
    var soon = due.sort() == Sort.VAGUE && SENT.contains(verb.kind());
    var gift = language.cues("gift").anyIn(place.in());
    return soon || (said && (performs || gift || due.isDated()));
  }

  /// What we are doing is for the customer when it names them, or a thing that is theirs.
  private boolean goesOnForThem(Place place, Match match, Due due) {
    var in = place.in();
    var verb = match.verb();
    var subject = place.head().subject();
    var named = names(in, match.from(), place.end());
    var pointed = language.is("pointed at", in.word(match.from() + 1));
    if (verb.is("any")) return named || ((verb.is("timely") || pointed) && due.sort() == Sort.TIME);
    if (isSimple(in, match) && due.isThere() && due.start() < in.startOf(match.from()))
      return false;
    var begun = match.from() == 0 && isBegun(in);
    var theirs = pointed || begun || language.is("theirs now", in.word(match.from() + 1));
    if (verb.is("now") && !theirs) return false;
    var takes = verb.kind() == Kind.OTHER || verb.kind() == Kind.ESCALATION;
    if (subject.who() == Who.NAMED && takes) return named || theirs;
    var own = subject.isOurs() && language.is("our own", match.plain());
    if (own || subject.who() != Who.US) return !own || named || pointed;
    if (language.isVague(match.plain(), Form.PLAIN)) return begun || pointed || named;
    var thing = language.namesThing(in, match.from() + 1, place.end())
        || language.cues("gift").anyIn(in);
    return ALWAYS_FOR_THEM.contains(verb.kind()) || named || pointed || due.binds() || thing;
  }

  /// "Putting the shelf up", "fitting a battery in it", but not "taking a break".
  private boolean isBegun(Sentence in) {
    if (language.is("theirs now", in.word(1))) return true;
    if (!language.is("determiner", in.word(1))) return false;
    for (int at = 2; at < Math.min(OBJECT_WITHIN, in.size()); at++)
      if (language.is("pointed at", in.word(at)) || language.is("you", in.word(at))) return true;
    return false;
  }

  /// "your order ships", "his mail issues": its time stands after it.
  private boolean isSimple(Sentence in, Match match) {
    return language.verbs().forms().is(in.word(match.from()), Form.THIRD);
  }

  private boolean hasItsCustomer(Place place, Match match, Due due) {
    var verb = match.verb();
    var in = place.in();
    var unsaid = place.head().from() == place.head().subject().from()
        && language.isGoingTo(in, place.head().from());
    if (verb.is("any") && unsaid) return names(in, match.from(), place.end());
    if (verb.is("timely"))
      return due.sort() == Sort.TIME
          || (place.head().subject().isOurs() && language.cues("gift").anyIn(in));
    if (verb.is("any"))
      return due.isDated() || isForThem(in, match.from(), place.end()) || isDefinite(place, match);
    if (!verb.is("you") || place.head().mode() == Mode.NOTED || in.retold()) return true;
    return due.isDated() || names(in, Math.max(0, place.head().from()), place.end());
  }

  /// "rerun it", "descale the machine": something that both know.
  private boolean isDefinite(Place place, Match match) {
    if (place.head().mode() != Mode.FUTURE && !place.in().retold()) return false;
    var in = place.in();
    for (int at = match.to(); at <= match.to() + 1; at++)
      if (isPointedAt(in, at) || language.is("theirs now", in.word(at))) return true;
    return false;
  }

  /// "that", but not "that you paid".
  private boolean isPointedAt(Sentence in, int at) {
    var says = in.word(at).equals("that") && language.is("pronoun", in.word(at + 1));
    return language.is("pointed at", in.word(at)) && !says;
  }

  /// Whether the one who does it can do such a thing.
  private boolean fits(Place place, Match match, Due due) {
    var head = place.head();
    var in = place.in();
    return switch (head.subject().who()) {
      case THING ->
        !lacksGoods(in, head, match.verb())
            && (due.isThere() || isTheirs(place, match))
            && (head.mode() == Mode.PASSIVE
                || match.verb().is("thing")
                || match.verb().is("its")
                || language.verbs().forms().is(in.word(match.from()), Form.DONE));
      case NAMED -> {
        var known = !language.is("unknown person", in.word(head.subject().from()));
        var brings = match.verb().is("theirs") && due.namesHour();
        var theirs = match.verb().kind() != Kind.OTHER
            || due.binds()
            || due.namesHour()
            || isDefinite(place, match);
        yield isForThem(in, Math.max(0, head.from()), place.end())
            || brings
            || (known && due.isDated() && theirs);
      }
      case US -> !match.verb().is("we") || !in.word(head.subject().from()).equals("i");
      case STAFF, CUSTOMER -> true;
      case OTHER, ANYONE -> false;
    };
  }

  /// "it will be cancelled", "your name will be added"; but not "the turbines will be assigned".
  private boolean isTheirs(Place place, Match match) {
    var in = place.in();
    int from = place.head().subject().from();
    return match.verb().kind() != Kind.OTHER
        || language.is("goods named before", in.word(from))
        || language.is("pointed at", in.word(from))
        || language.namesThing(in, from, match.from())
        || names(in, from, place.end());
  }

  /// "The keys will be at the desk" is for them; "the meeting will be at the hall" is not.
  private boolean lacksGoods(Sentence in, Head head, Verbs.Verb verb) {
    return verb.is("goods")
        && !language.is("goods named before", in.word(head.verb() - 2))
        && !language.namesThing(in, head.subject().from(), head.verb());
  }

  private boolean names(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (language.is("you", in.word(at))) return true;
    return false;
  }

  private boolean isForThem(Sentence in, int from, int to) {
    for (int at = from; at < to; at++)
      if (language.is("you", in.word(at)) && !isSubject(in, at)) return true;
    return false;
  }

  /// "the artists you love" is not for them.
  private boolean isSubject(Sentence in, int you) {
    var next = in.word(you + 1);
    var verb = language.is("past", next) || language.is("be", next) || language.is("will", next);
    return language.is("you alone", in.word(you)) && (verb || language.is("never", next));
  }
}
