package kept.desk;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import kept.customers.Customer;
import kept.desk.PromiseRead.What;
import kept.desk.PromiseRead.When;
import kept.promises.hearing.Dictated;
import kept.promises.hearing.Dictated.Timing;
import kept.promises.hearing.Dictation;
import kept.promises.hearing.Dictation.Start;
import kept.promises.hearing.Said;
import kept.team.Agent;
import kept.team.OpeningHours;

/// Reads a promise in plain words: "call Rosa about the quote by 4, Justin". What says when is
/// taken out first, then who keeps it, then whom it is made to; what is left is what will be
/// done. The same words at the same time read the same. Pure, but for whom `customers` knows by
/// these words of their names.
record PromiseReader(
    Onlooker onlooker, OpeningHours hours, Function<List<String>, List<Customer>> customers) {
  private static final Pattern ASKED_FOR = Pattern.compile(
      "(?iu)\\s*(?:please|promise|remember|remind me|don['’]t forget|to)\\b(?: to\\b)?[\\s:,]*");
  private static final Pattern LOOSE_START = Pattern.compile("^[\\s,;:.!–—-]+");
  private static final Pattern LOOSE_END =
      Pattern.compile("(?iu)(?:[\\s,;:.!@(–—-]|\\b(?:and|then|please|pls|thanks)\\b)+$");
  private static final String SOMEBODY = "you";

  PromiseRead read(String text) {
    if (text.isBlank()) return PromiseRead.NOTHING;
    var now = onlooker.time().local(onlooker.now()).toLocalDateTime();
    var team = onlooker.team().values().stream().filter(Agent::isHere).toList();
    var unsigned = KeeperIn.unsigned(text, team);
    var dictated = Dictation.english().when(new Said(unsigned, null, now, hours));
    var order = withoutAsking(dictated.timing() == Timing.VAGUE ? text : without(text, dictated));
    var keeper = KeeperIn.words(order, text, team, onlooker.me());
    var rest = withoutAsking(keeper.rest());
    var verb = Dictation.english().act(tidy(rest)).start() == Start.VERB;
    var whom = WhomIn.words(rest, verb, customers);
    return new PromiseRead(what(rest, whom), keeper.named(), whom, when(text, dictated));
  }

  private static String withoutAsking(String text) {
    var asked = ASKED_FOR.matcher(text);
    return asked.lookingAt() ? KeeperIn.blank(text, 0, asked.end()) : text;
  }

  private static String without(String text, Dictated dictated) {
    var rest = text;
    for (var span : dictated.spans()) rest = KeeperIn.blank(rest, span.start(), span.end());
    return rest;
  }

  private static What what(String rest, WhomIn whom) {
    var before = tidy(whom.isNamed() ? rest.substring(0, whom.start()) : rest);
    var name = whom.isNamed() ? rest.substring(whom.start(), whom.end()) : "";
    var after = whom.isNamed() ? following(rest.substring(whom.end())) : "";
    var masked = whom.isNamed() ? before + " " + SOMEBODY + " " + after : before;
    var act = Dictation.english().act(before.isEmpty() ? after : masked);
    return new What(
        before, name, after, act.kind(), act.start() != Start.NO_VERB && !before.isEmpty());
  }

  /// What stands behind a name, with the comma or the stop that may part them.
  private static String following(String words) {
    var rest = tidy(words);
    var mark = words.stripLeading();
    if (rest.isEmpty() || mark.isEmpty() || ",.".indexOf(mark.charAt(0)) < 0) return rest;
    return mark.charAt(0) + " " + rest;
  }

  private static String tidy(String words) {
    var start = LOOSE_START.matcher(words).replaceAll("");
    return LOOSE_END.matcher(start).replaceAll("").replaceAll("\\s+", " ");
  }

  /// Of a whole day, its closing.
  private When when(String text, Dictated dictated) {
    var spans = dictated.spans();
    var words = spans.isEmpty()
        ? ""
        : text.substring(spans.getFirst().start(), spans.getLast().end());
    var now = onlooker.time().local(onlooker.now()).toLocalDateTime();
    var at = Hearings.due(dictated.dueEarliest(), dictated.dueLatest(), now);
    var timing = dictated.timing() == Timing.TIME && at == null ? Timing.OVER : dictated.timing();
    return new When(timing, at, words);
  }
}
