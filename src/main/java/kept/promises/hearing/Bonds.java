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

  private final Language language;

  Bonds(Language language) {
    this.language = language;
  }

  boolean bind(Place place, Match match, Due due) {
    if (isNow(place, due) || !hasItsTime(place, match, due)) return false;
    if (place.head().mode() == Mode.GOING_ON && !goesOnForThem(place, match, due)) return false;
    if (!hasItsCustomer(place, match, due)) return false;
    return fits(place, match, due);
  }

  private boolean isNow(Place place, Due due) {
    if (due.sort() == Sort.TIME) return false;
    return language.cues("now").anyIn(place.in(), 0, place.end())
        || language.cues("now here").anyIn(place.in(), place.head().from(), place.end());
  }

  private boolean hasItsTime(Place place, Match match, Due due) {
    var verb = match.verb();
    var mode = place.head().mode();
    if (mode == Mode.PLANNED && !due.isDated()) return false;
    if (mode == Mode.GOING_ON && due.sort() != Sort.TIME && !isCertain(place.head(), verb, due))
      return false;
    if (verb.is("dated") && !due.isDated()) return false;
    if (verb.is("timed") && (mode == Mode.GOING_ON || !due.namesHour())) return false;
    var told = mode == Mode.PASSIVE || mode == Mode.NOTED;
    return !verb.is("now") || due.isThere() || told;
  }

  /// "I'm waiving the fee", "you're getting your money back": said is as good as promised; "I'm
  /// telling her the second she's in".
  private static boolean isCertain(Head head, Verbs.Verb verb, Due due) {
    if (head.mode() == Mode.GOING_ON && head.subject().who() == Who.CUSTOMER)
      return verb.kind() == Kind.REFUND;
    var said = head.subject().who() == Who.US && head.subject().from() < head.verb();
    var performs = verb.kind() == Kind.REFUND || verb.kind() == Kind.ESCALATION;
    return said && (performs || due.isDated());
  }

  /// What we are doing is for the customer when it names them, or a thing that is theirs.
  private boolean goesOnForThem(Place place, Match match, Due due) {
    var in = place.in();
    var named = names(in, match.from(), place.end());
    if (match.verb().is("any")) return named;
    var pointed = language.is("pointed at", in.word(match.from() + 1));
    var theirs = pointed || language.is("theirs now", in.word(match.from() + 1));
    if (match.verb().is("now") && !theirs) return false;
    return place.head().subject().who() != Who.US
        || ALWAYS_FOR_THEM.contains(match.verb().kind())
        || named
        || pointed
        || due.binds()
        || language.namesThing(in, match.from() + 1, place.end());
  }

  private boolean hasItsCustomer(Place place, Match match, Due due) {
    var verb = match.verb();
    var in = place.in();
    var unsaid = place.head().from() == place.head().subject().from()
        && language.isGoingTo(in, place.head().from());
    if (verb.is("any") && unsaid) return names(in, match.from(), place.end());
    if (verb.is("any")) return due.isDated() || names(in, match.from(), place.end());
    if (!verb.is("you") || place.head().mode() == Mode.NOTED) return true;
    return due.sort() == Sort.TIME || names(in, Math.max(0, place.head().from()), place.end());
  }

  /// Whether the one who does it can do such a thing.
  private boolean fits(Place place, Match match, Due due) {
    var head = place.head();
    var in = place.in();
    return switch (head.subject().who()) {
      case THING ->
        !lacksGoods(in, head, match.verb())
            && (head.mode() == Mode.PASSIVE
                || match.verb().is("thing")
                || match.verb().is("its")
                || language.verbs().forms().is(in.word(match.from()), Form.DONE));
      case NAMED -> {
        var known = !language.is("unknown person", in.word(head.subject().from()));
        var brings = match.verb().is("theirs") && due.namesHour();
        yield names(in, Math.max(0, head.from()), place.end())
            || brings
            || (known && due.isDated());
      }
      case US, STAFF, CUSTOMER -> true;
      case OTHER, ANYONE -> false;
    };
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
}
