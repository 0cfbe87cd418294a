package kept.promises.hearing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import kept.promises.Kind;
import kept.promises.hearing.Dictated.Span;
import kept.promises.hearing.Dictated.Timing;
import kept.promises.hearing.Due.Sort;
import kept.promises.hearing.Head.Mode;
import kept.promises.hearing.Subject.Who;
import kept.promises.hearing.When.Lead;
import org.jspecify.annotations.Nullable;

/// Takes down a promise that is said outright, as an order to oneself or to a colleague: "call Rosa
/// about the quote by 4".
///
/// `Hearing` asks whether words promise anything; here they do, and only when and what kind is
/// asked, of the same word lists. The same words at the same time give the same answer. Threads may
/// share it.
public final class Dictation {
  /// Longer texts are read up to here; an order is one sentence or two.
  private static final int LONGEST = 4_000;

  private static final List<String> NO_VERBS =
      List.of("determiner", "possessive", "pronoun", "preposition");

  /// "is calling", "has to call": another verb says what is done.
  private static final List<String> HELPING = List.of("be", "have", "do");

  private static final Pattern NOT = Pattern.compile("(?iu)\\bnot\\s++$");

  private static final Dictation ENGLISH = new Dictation(Language.english());

  private final Language language;
  private final DueFinder dues;
  private final Wording wording;

  private Dictation(Language language) {
    this.language = language;
    this.dues = new DueFinder(language);
    this.wording = new Wording(language);
  }

  public static Dictation english() {
    return ENGLISH;
  }

  /// What is to be done: its kind, and whether its words begin with a verb.
  public record Act(Kind kind, Start start) {}

  public enum Start {
    /// One that the lists know with what follows it: "call them".
    VERB,
    /// A word that may well be one: "descale it", but also "Chuck".
    PERHAPS,
    /// A thing: "quote for Friday".
    NO_VERB
  }

  /// By when: the first time that is named, else the first words that would be one.
  public Dictated when(Said said) {
    var otherwise = Dictated.UNSAID;
    for (var sentence : language.read(shortened(said.text()))) {
      var all = dues.all(sentence, 0, sentence.size(), said.monthFirst()).stream()
          .filter(due -> !isOfThing(sentence, due))
          .toList();
      var due = DueFinder.best(all);
      if (isTime(due, said.text())) return doubted(said, sentence, due, timed(said, due, all));
      if (due.isThere() && otherwise.timing() == Timing.UNSAID)
        otherwise = Dictated.without(Timing.VAGUE, List.of(span(due)));
    }
    var over = otherwise.timing() == Timing.UNSAID ? PastWords.in(shortened(said.text())) : null;
    return over == null ? otherwise : Dictated.without(Timing.PAST, List.of(over));
  }

  /// Of words such as "call them about the quote". An act that no list knows is of no kind; without
  /// an act, what is named decides.
  public Act act(String words) {
    var sentences = language.read(shortened(words));
    if (sentences.isEmpty()) return new Act(Kind.OTHER, Start.NO_VERB);
    var in = sentences.getFirst();
    var match = language.verbs().match(in, 0, in.size(), Form.PLAIN);
    if (match == null) return unlisted(in);
    var head = new Head(new Subject(Who.US, 0), Mode.FUTURE, false, 0, 0, match);
    return new Act(wording.kind(in, head, in.size()), Start.VERB);
  }

  /// The order that "calls" is made of, "call"; of a word that is no such verb, nothing.
  public String plain(String third) {
    if (language.isThing(third)) return "";
    return language.verbs().forms().plain(third, Form.THIRD).stream()
        .filter(verb -> !HELPING.contains(verb))
        .findFirst()
        .orElse("");
  }

  private Act unlisted(Sentence in) {
    if (!language.isThing(in.word(0)) && mayBeVerb(in.word(0)))
      return new Act(Kind.OTHER, Start.PERHAPS);
    return new Act(language.kindOfThing(in, 0, in.size(), Kind.OTHER), Start.NO_VERB);
  }

  private boolean mayBeVerb(String word) {
    if (language.verbs().isVerb(word)) return true;
    return language.looks(Form.PLAIN, word)
        && NO_VERBS.stream().noneMatch(group -> language.is(group, word));
  }

  /// "after 4" and "not before 4" say no more than from when.
  private static boolean isTime(Due due, String text) {
    if (due.sort() != Sort.TIME || due.when() == null) return due.sort() == Sort.TIME;
    var from = due.when().lead() == Lead.AFTER && due.when().clock() != null;
    return !from && !NOT.matcher(text.substring(0, due.start())).find();
  }

  /// With the other time that the same words may mean.
  private Dictated doubted(Said said, Sentence in, Due due, Dictated read) {
    var other = turned(said, in, due);
    if (other == null || other.timing() != Timing.TIME) return read;
    if (read.timing() != Timing.TIME || other.equals(read)) return read;
    var or = new Dictated.Or(at(other.dueEarliest()), at(other.dueLatest()));
    return new Dictated(Timing.EITHER, read.spans(), read.dueEarliest(), read.dueLatest(), or);
  }

  /// Day and month the other way round; a weekday that is today's, as today.
  private @Nullable Dictated turned(Said said, Sentence in, Due due) {
    var when = due.when();
    if (when == null || said.at() == null) return null;
    if (when.day() instanceof DayWord.Weekday day) {
      if (!day.isOn(said.at().toLocalDate())) return null;
      var today = due.on(new DayWord.InDays(0));
      var read = timed(said, today, List.of(today));
      var isAhead = read.dueEarliest() != null && read.dueEarliest().isAfter(said.at());
      return isAhead ? read : null;
    }
    var all = dues.all(in, 0, in.size(), !said.monthFirst()).stream()
        .filter(one -> !isOfThing(in, one))
        .toList();
    var best = DueFinder.best(all);
    return best.sort() == Sort.TIME ? timed(said, best, all) : null;
  }

  private static LocalDateTime at(@Nullable LocalDateTime time) {
    return java.util.Objects.requireNonNull(time);
  }

  /// "about Tuesday's visit" says which visit, not by when.
  private static boolean isOfThing(Sentence in, Due due) {
    var when = due.when();
    return when != null
        && when.namesDayOnly()
        && in.word(when.to() - 1).equals("'s")
        && !in.word(when.to()).isEmpty();
  }

  private static Dictated timed(Said said, Due due, List<Due> all) {
    var spans = parts(due, all).stream().map(Dictation::span).toList();
    var when = due.when();
    var window = when == null || said.at() == null
        ? null
        : new ShopCalendar(said.at(), said.hours()).window(when);
    return window == null
        ? Dictated.without(Timing.OVER, spans)
        : new Dictated(Timing.TIME, spans, window.earliest(), window.latest(), null);
  }

  /// Itself, or the day and the hour that were said apart: "tomorrow … by 4".
  private static List<Due> parts(Due due, List<Due> all) {
    if (all.contains(due)) return List.of(due);
    var times = all.stream().filter(one -> one.sort() == Sort.TIME).toList();
    var first = times.getFirst();
    var other = times.stream().skip(1).filter(one -> due.equals(DueFinder.together(first, one)));
    return other.findFirst().map(second -> List.of(first, second)).orElse(List.of(due));
  }

  private static Span span(Due due) {
    return new Span(due.start(), due.end());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
