package kept.promises.hearing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Short answers that promise only because of what the customer asked: "Can you call me by four?",
/// "Will do."
final class Answers {
  private static final int LONGEST = 14;

  private final Language language;
  private final DueFinder dues;
  private final Wording wording;

  Answers(Language language) {
    this.language = language;
    dues = new DueFinder(language);
    wording = new Wording(language);
  }

  List<Finding> findings(List<Sentence> text, List<Sentence> asked, boolean monthFirst) {
    if (text.isEmpty() || asked.isEmpty() || text.getFirst().asks()) return List.of();
    if (text.stream().mapToInt(Sentence::size).sum() > LONGEST) return List.of();
    var answer = text.getFirst();
    var due = dues.find(answer, 0, answer.size(), monthFirst);
    if (!isOnlyAnswer(text, due)) return List.of();
    for (var heard : asked.reversed()) {
      var question = turned(heard);
      var request = request(question, due, saysYes(answer));
      if (request != null) return List.of(finding(answer, question, request, due, monthFirst));
    }
    return List.of();
  }

  /// Nothing but yes and when.
  private boolean isOnlyAnswer(List<Sentence> text, Due due) {
    for (var in : text) {
      if (in.asks()) return false;
      for (int at = 0; at < in.size(); ) {
        var to = language.cues("yes").match(in, at, in.size());
        var when = in.startOf(at) >= due.start() && in.endOf(at + 1) <= due.end();
        if (to < 0) to = language.cues("hedge").match(in, at, in.size());
        if (to > at) at = to;
        else if (when
            || language.is("vocative", in.word(at))
            || language.times().namesDay(in.word(at))
            || in.word(at)
                .matches(",|;|then|it|by|for|that|probably|should|be|will|is|'s|about|the|and"))
          at++;
        else return false;
      }
    }
    return true;
  }

  private boolean saysYes(Sentence answer) {
    return language.cues("yes").anyIn(answer);
  }

  /// What we were asked to do and said yes to, or asked the time of and told it.
  private Verbs.@Nullable Match request(Sentence question, Due due, boolean yes) {
    for (int at = 0; at < question.size(); at++) {
      var to = yes ? language.cues("asked to").match(question, at, question.size()) : -1;
      if (to <= at && due.sort() == Due.Sort.TIME)
        to = language.cues("asked when").match(question, at, question.size());
      if (to <= at && yes && language.startsClause(question, at)) to = ordered(question, at);
      if (to < at) continue;
      for (int verb = to; verb < Math.min(to + 6, question.size()); verb++) {
        var word = question.word(verb);
        if (language.is("past", word) && !language.is("own", word)) break;
        var match = match(question, verb);
        if (match != null) return match;
      }
    }
    return null;
  }

  /// What the customer says of themself is said of "you".
  private static Sentence turned(Sentence asked) {
    var tokens = asked.tokens().stream().map(Answers::turned).toList();
    return new Sentence(tokens, asked.asks());
  }

  private static Token turned(Token token) {
    var word = switch (token.word()) {
      case "me", "us" -> "you";
      case "my", "our" -> "your";
      default -> token.word();
    };
    return token.as(word);
  }

  private Verbs.@Nullable Match match(Sentence question, int verb) {
    var end = question.size();
    for (var form : Form.values()) {
      if (form == Form.THIRD) continue;
      var match = language.verbs().match(question, verb, end, form);
      if (match == null) match = language.verbs().ofThing(question, verb, end, form);
      if (match != null) return match;
    }
    return null;
  }

  /// "give me a ring when you know": asked without a question.
  private int ordered(Sentence question, int at) {
    if (question.asks() || language.is("determiner", question.word(at - 1))) return -1;
    var match = language.verbs().match(question, at, question.size(), Form.PLAIN);
    return match == null ? -1 : at;
  }

  private Finding finding(
      Sentence answer, Sentence question, Verbs.Match request, Due due, boolean monthFirst) {
    var asked = dues.find(question, request.from(), question.size(), monthFirst);
    var head = new Head(
        new Subject(Subject.Who.US, 0),
        Head.Mode.FUTURE,
        false,
        request.from(),
        request.from(),
        request);
    var what = wording.what(question, head, question.size(), asked);
    var kind = wording.kind(question, head, question.size());
    var strength = language.cues("hedge").anyIn(answer) ? Strength.HEDGED : Strength.FIRM;
    var both = due.isThere() ? DueFinder.together(asked, due) : null;
    if (both != null) due = new Due(both.sort(), both.when(), due.start(), due.end());
    var known = due.isThere() ? due : new Due(asked.sort(), asked.when(), -1, -1);
    return new Finding(what, kind, known, strength, answer, 0, answer.size());
  }
}
