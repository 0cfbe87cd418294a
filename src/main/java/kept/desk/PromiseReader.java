package kept.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final String LOOSE_END = ",;:.!@(–—-";
  private static final Set<String> DANGLING = Set.of("and", "then", "please", "pls", "thanks");
  private static final Pattern EMPTIED = Pattern.compile("\\(\\s*+\\)");
  private static final Pattern NOT =
      Pattern.compile("(?iu)\\s*+(?:don['’]?t|do not|not|never|won['’]t)\\b");

  /// "Chuck's TV" begins with no verb, "let's call" with one.
  private static final Pattern WHOSE = Pattern.compile("(?iu)\\s*+(?!let\\b)\\p{L}++['’]s\\b");
  private static final String SOMEBODY = "you";

  PromiseRead read(String text) {
    if (text.isBlank()) return PromiseRead.NOTHING;
    var now = onlooker.time().local(onlooker.now()).toLocalDateTime();
    var team = onlooker.team().values().stream().filter(Agent::isHere).toList();
    var unsigned = KeeperIn.unsigned(text, team);
    var dictated = Dictation.english().when(new Said(unsigned, null, now, hours));
    var order = withoutAsking(isKept(dictated) ? text : without(text, dictated));
    var keeper = KeeperIn.words(order, text, team, onlooker.me());
    var rest = withoutAsking(keeper.rest());
    var start = Dictation.english().act(tidy(rest)).start();
    var verb = start == Start.VERB && !WHOSE.matcher(rest).lookingAt();
    var whom = WhomIn.words(rest, verb, customers);
    return new PromiseRead(what(rest, whom), keeper.named(), whom, when(text, dictated));
  }

  private static String withoutAsking(String text) {
    var asked = ASKED_FOR.matcher(text);
    return asked.lookingAt() ? KeeperIn.blank(text, 0, asked.end()) : text;
  }

  /// "soon" and "yesterday" say more than when.
  private static boolean isKept(Dictated dictated) {
    return dictated.timing() == Timing.VAGUE || dictated.timing() == Timing.PAST;
  }

  private static String without(String text, Dictated dictated) {
    var rest = text;
    for (var span : dictated.spans()) rest = KeeperIn.blank(rest, span.start(), span.end());
    return rest;
  }

  /// Nothing, when it says what will not be done.
  private static What what(String rest, WhomIn whom) {
    if (NOT.matcher(rest).lookingAt()) return PromiseRead.NOTHING.what();
    var end = whom.isNamed() ? closed(rest, whom) : -1;
    var before = whom.isNamed() ? leading(rest.substring(0, whom.start())) : tidy(rest);
    var name = whom.isNamed() ? rest.substring(whom.start(), end) : "";
    var after = whom.isNamed() ? following(before, rest.substring(end)) : "";
    var masked = whom.isNamed() ? before + " " + SOMEBODY + " " + after : before;
    var act = Dictation.english().act(before.isEmpty() ? owned(after) : masked);
    var verb = act.start() != Start.NO_VERB
        && !before.isEmpty()
        && !WHOSE.matcher(before).lookingAt();
    return new What(before, name, after, act.kind(), verb);
  }

  /// Where a name ends, with the bracket that closes behind it: "Deb (Kowalski)".
  private static int closed(String rest, WhomIn whom) {
    var open = rest.substring(whom.start(), whom.end()).contains("(");
    return open && rest.startsWith(")", whom.end()) ? whom.end() + 1 : whom.end();
  }

  /// "'s fridge fixed" without the "'s".
  private static String owned(String after) {
    return after.replaceFirst("^['’]s\\b\\s*", "");
  }

  /// What stands behind a name, with the comma or the stop that may part them.
  private static String following(String before, String words) {
    var rest = tidy(words);
    var mark = words.stripLeading();
    if (before.isEmpty() || rest.isEmpty() || mark.isEmpty()) return rest;
    return ",.".indexOf(mark.charAt(0)) < 0 ? rest : mark.charAt(0) + " " + rest;
  }

  private static String tidy(String words) {
    var begun = begun(words);
    int end = begun.length();
    while (true) {
      while (end > 0 && isLoose(begun.charAt(end - 1))) end--;
      int start = end;
      while (start > 0 && Character.isLetter(begun.charAt(start - 1))) start--;
      if (!DANGLING.contains(begun.substring(start, end).toLowerCase(Locale.ROOT)))
        return begun.substring(0, end);
      end = start;
    }
  }

  private static boolean isLoose(char mark) {
    return Character.isWhitespace(mark) || LOOSE_END.indexOf(mark) >= 0;
  }

  /// What stands before a name. A comma that stood behind the time says nothing without it.
  private static String leading(String words) {
    var begun = begun(words);
    var parted = words.stripTrailing().endsWith(" ,");
    return parted && begun.endsWith(",") ? begun.substring(0, begun.length() - 1) : begun;
  }

  /// All of it from its first word on.
  private static String begun(String words) {
    var start = LOOSE_START.matcher(EMPTIED.matcher(words).replaceAll(" ")).replaceAll("");
    return start.strip().replaceAll("\\s+", " ").replace(" ,", ",");
  }

  /// Of a whole day, its closing.
  private When when(String text, Dictated dictated) {
    var spans = dictated.spans();
    var words = spans.isEmpty()
        ? ""
        : text.substring(spans.getFirst().start(), spans.getLast().end());
    var now = onlooker.time().local(onlooker.now()).toLocalDateTime();
    var at = Hearings.due(dictated.dueEarliest(), dictated.dueLatest(), now);
    var or = dictated.or();
    var other = or == null ? null : Hearings.due(or.earliest(), or.latest(), now);
    if (at != null && other != null && !at.equals(other))
      return new When(Timing.EITHER, null, words, Stream.of(at, other).sorted().toList());
    return new When(at == null ? unsaid(dictated.timing()) : Timing.TIME, at, words, List.of());
  }

  private static Timing unsaid(Timing timing) {
    return timing == Timing.TIME || timing == Timing.EITHER ? Timing.OVER : timing;
  }
}
