package kept.promises.hearing;

import java.util.List;
import kept.promises.hearing.Subject.Who;

/// Finds who a verb belongs to: the words before it, back to where their clause begins.
final class Subjects {
  private static final int LONGEST = 9;

  /// Whom "they" means was named not so many sentences ago.
  private static final int FARTHEST_BACK = 50;

  private final Language language;

  Subjects(Language language) {
    this.language = language;
  }

  /// The subject of the verb at this place.
  Subject before(List<Sentence> text, int sentence, int at) {
    var in = text.get(sentence);
    int last = at - 1;
    while (last >= 0 && language.is("adverb", in.word(last)) && !endsThing(in, last)) last--;
    var word = in.word(last);
    if (Shape.fits(word, "and|but") && last > 0) return sameAsBefore(text, sentence, at);
    if (last < 0 || isEdge(word)) return new Subject(Who.US, at);
    return switch (word) {
      case "i", "we" -> new Subject(Who.US, last);
      case "you" -> new Subject(Who.CUSTOMER, last);
      case "it" -> new Subject(Who.THING, last);
      case "who", "which" ->
        new Subject(
            thing(in, in.word(last - 1).equals(",") ? last - 2 : last - 1).who(), last);
      case "he", "she", "they" -> new Subject(whoIs(text, sentence, last), last);
      default -> thing(in, last);
    };
  }

  /// "It will pick you up and will arrive", "Stan is out but will call": who did the one does the
  /// other.
  private Subject sameAsBefore(List<Sentence> text, int sentence, int at) {
    var in = text.get(sentence);
    for (int will = at - 2; will > 0; will--)
      if (language.is("will", in.word(will)) || language.is("be", in.word(will)))
        return new Subject(before(text, sentence, will).who(), at);
    return new Subject(Who.US, at);
  }

  /// "the boy next door": an adverb's word may end a name.
  private boolean endsThing(Sentence in, int last) {
    return language.is("determiner", in.word(last - 1)) && last > 0;
  }

  private Subject thing(Sentence in, int last) {
    if (last < 0) return new Subject(Who.THING, 0);
    int from = last;
    while (from > 0 && last - from < LONGEST && belongs(in, from - 1) && !begins(in, from)) from--;
    return new Subject(kindOf(in, from, last + 1), from);
  }

  /// "First thing Monday the lads": the lads begin with "the".
  private boolean begins(Sentence in, int at) {
    if (in.word(at).equals("one") && in.word(at + 1).equals("of")) return true;
    return language.is("beginning", in.word(at)) && !language.is("preposition", in.word(at - 1));
  }

  private boolean belongs(Sentence in, int at) {
    var word = in.word(at);
    if (language.is("them", word) && language.is("telling", in.word(at - 1))) return false;
    if (word.equals("and")) return in.size() > at + 1 && at > 0 && isPerson(in, at - 1);
    return !isEdge(word) && !isPronoun(word) && !language.is("subordinator", word);
  }

  /// Whether somebody or a van of ours is named between these.
  boolean namesOurs(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) if (isPerson(in, at)) return true;
    return false;
  }

  /// "said I'd", "we said we'd", "Spoke to Mia, said we'd"; but not "the super said he'd".
  boolean isSaidByUs(Sentence in, int at) {
    var before = in.word(at - 1);
    return language.startsClause(in, at)
        || language.is("adverb", before)
        || language.is("being us", before)
        || language.is("staff", before);
  }

  private boolean isPerson(Sentence in, int at) {
    return language.is("staff", in.word(at))
        || in.word(at).equals("me")
        || (in.tokens().get(at).capital() && !language.times().namesDay(in.word(at)));
  }

  private static boolean isPronoun(String word) {
    return Shape.fits(word, "i|we|you|he|she|they|it");
  }

  private boolean isEdge(String word) {
    return language.is("boundary", word)
        || language.is("join", word)
        || language.is("vocative", word)
        || Shape.fits(
            word,
            "yes|ok|sure|please|thanks|sorry|no|hi|hey|hello|right|great|perfect|cool|lovely|grand|brilliant|cheers|alright");
  }

  private Who kindOf(Sentence in, int from, int to) {
    var first = in.word(from);
    if (first.equals("you")) return Who.CUSTOMER;
    if (language.is("determiner", in.word(to - 1)) && !language.is("named never", first))
      return Who.ANYONE;
    if (language.is("generic", first) || in.word(from - 1).equals("no")) return Who.ANYONE;
    if (Shape.fits(first, "your|her|his|their|my")
        && has(in, from, to, "relative of you")
        && !has(in, from, to, "genitive")) return Who.OTHER;
    if (has(in, from, to, "third")) return Who.OTHER;
    if (has(in, from, to, "institution") && !Shape.fits(first, "our|my")) return Who.OTHER;
    if (hasStaff(in, from, to) || (to - from > 1 && has(in, from, to, "senior"))) return Who.STAFF;
    if (has(in, from, nounEnd(in, from, to), "public") && !first.equals("your")) return Who.ANYONE;
    if (has(in, from, to, "customer")) return Who.CUSTOMER;
    if (Shape.fits(first, "our|my") && to - from == 2 && isSomebody(in.word(from + 1)))
      return Who.STAFF;
    return isName(in, from, to) ? Who.NAMED : Who.THING;
  }

  /// "our Kelly", but not "our vase" nor "our website".
  private boolean isSomebody(String word) {
    return !language.isThing(word) && !language.is("works by itself", word);
  }

  /// "the menu" of "the menu with prices".
  private int nounEnd(Sentence in, int from, int to) {
    int at = from + 1;
    while (at < to && !language.is("preposition", in.word(at))) at++;
    return at;
  }

  /// One word that names, or some that are written like a name: "Jacko", "Dr Patel", "me and Dave".
  private boolean isName(Sentence in, int from, int to) {
    var first = in.word(from);
    if (language.is("named never", first) || language.is("glad", first)) return false;
    if (language.is("preposition", first) || language.is("subordinator", first)) return false;
    if (to - from == 1)
      return !first.endsWith("ing") && !in.isNumber(from) && !language.isThing(first);
    return language.is("title", first)
        || first.equals("me")
        || (in.word(from + 1).equals("and") && to - from == 3);
  }

  /// The last person before this word, here or in the sentences before; "they" may be things.
  private Who whoIs(List<Sentence> text, int sentence, int at) {
    var things = text.get(sentence).word(at).equals("they");
    for (int of = sentence; of >= Math.max(0, sentence - FARTHEST_BACK); of--) {
      var in = text.get(of);
      for (int word = (of == sentence ? at : in.size()) - 1; word >= 0; word--) {
        if (language.is("third", in.word(word))) return Who.OTHER;
        if (language.is("staff", in.word(word))) return Who.STAFF;
        if (things && language.isThing(in.word(word))) return Who.THING;
      }
    }
    return things ? Who.OTHER : Who.NAMED;
  }

  /// "the surveyor", but not "the surveyor's report".
  private boolean hasStaff(Sentence in, int from, int to) {
    for (int at = from; at < to; at++) {
      var owns = at + 1 < to && in.word(at + 1).equals("'s");
      if (language.is("staff", in.word(at)) && !owns) return true;
    }
    return false;
  }

  private boolean has(Sentence in, int from, int to, String group) {
    for (int at = from; at < to; at++) if (language.is(group, in.word(at))) return true;
    return false;
  }
}
