package kept.desk;

import static kept.desk.AddPromise.Piece.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.customers.Customer;
import kept.desk.AddPromise.Fix;
import kept.desk.AddPromise.Mood;
import kept.desk.AddPromise.Piece;
import kept.desk.AddPromise.Sentence;
import kept.desk.AddPromise.Typed;
import kept.promises.Kind;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// Words a promise by hand as a sentence whose parts can be tapped: "Justin will call Rosa Delgado
/// about the quote today by 4:00 pm". What is not known stands in it as a question. For one
/// request.
///
/// `typed` is as it came, `filled` with what was read from its words; `asked` is the part that is
/// to stay open.
record PromiseSentence(
    PromiseByHand byHand, Onlooker onlooker, PromiseForm typed, PromiseRead read, Asked asked) {

  /// What is wrong with the form, and which part was touched last.
  record Asked(Map<String, String> mistakes, String touched) {
    static final Asked NOTHING = new Asked(Map.of(), "");

    boolean opens(String part) {
      var first = mistakes.keySet().stream().map(Asked::part).findFirst().orElse("");
      return part.equals(part(touched)) || part.equals(first);
    }

    boolean isWrong(String part) {
      return mistakes.keySet().stream().map(Asked::part).anyMatch(part::equals);
    }

    /// The part that a field belongs to.
    private static String part(String field) {
      return switch (field) {
        case "whom" -> "conversation";
        case "when" -> "due";
        default -> field;
      };
    }
  }

  Sentence words() {
    var form = typed.filled(read);
    var said = new ArrayList<Piece>();
    said.add(keeper(form));
    if (typed.what().isEmpty() && namesWhom()) saidTo(form, said);
    else saidFor(form, said);
    said.add(due(form));
    return new Sentence(
        typed.plain().words(),
        shown().field(),
        said,
        beside(form),
        List.copyOf(asked.mistakes.values()));
  }

  /// What would be recorded of it now.
  PromiseShown shown() {
    var form = typed.filled(read);
    var customer = byHand.known(form.to()).orElse(null);
    var matter = byHand.matter(form.to()).map(PromiseMatter::print).orElse("");
    return PromiseShown.of(form, onlooker, customer, matter, next(form).orElse(null));
  }

  /// Whether the words name whoever it is made to, and not somebody else who was put right.
  private boolean namesWhom() {
    if (read.what().name().isEmpty()) return false;
    var address = read.whom().address();
    return address.isEmpty()
        || typed.to().isEmpty()
        || address.equals(typed.to().whom());
  }

  /// "will call Rosa Delgado about the quote"; of "Rosa quote", "promise Rosa Delgado the quote".
  private void saidTo(PromiseForm form, List<Piece> said) {
    var what = read.what();
    var will = what.verb() && !what.before().isEmpty();
    var mine = onlooker.is(form.keeperOr(onlooker.me().id()));
    said.add(plain(will ? "will" : mine ? "promise" : "promises"));
    var whom = whom(form);
    if (will) said.add(what(form, uncapital(withoutTitle(what.before(), whom.words()))));
    said.add(whom);
    if (will && !what.after().isEmpty()) said.add(plain(what.after()));
    if (!will) said.add(what(form, uncapital(what.words())));
  }

  /// Of "call Mrs" before "Mrs Okafor", whose title belongs to the name.
  private static String withoutTitle(String before, String name) {
    var title = before.substring(before.lastIndexOf(' ') + 1);
    var doubled = title.length() < before.length() && name.startsWith(title + " ");
    return doubled ? before.substring(0, before.length() - title.length()).strip() : before;
  }

  private void saidFor(PromiseForm form, List<Piece> said) {
    said.add(plain("will"));
    said.add(what(form, uncapital(form.what())));
    said.add(plain("for"));
    said.add(whom(form));
  }

  private List<Piece> beside(PromiseForm form) {
    var beside = new ArrayList<Piece>();
    var keeper = form.keeperOr(onlooker.me().id());
    beside.add(plain("If " + onlooker.nameWithin(keeper) + " can’t,"));
    var second = second(form);
    beside.add(second);
    beside.add(plain(second.words().equals("you") ? "hear next." : "hears next."));
    beside.add(kind(form));
    beside.add(way());
    matter(form).ifPresent(beside::add);
    if (isClosed(form)) beside.add(plain("The shop is closed then."));
    return beside;
  }

  private Piece keeper(PromiseForm form) {
    var unsure = form.keepers().keeper().isEmpty() && read.keepers().size() > 1;
    var words = unsure
        ? "Which " + read.keepers().getFirst().firstName() + "?"
        : onlooker.name(form.keeperOr(onlooker.me().id()));
    var written = read.keepers().isEmpty() ? "Nobody named: you" : "As you wrote it";
    return part("keeper", "Who keeps it", words, unsure, choices().keepers(written), null);
  }

  private Piece what(PromiseForm form, String words) {
    var unsure = words.isEmpty();
    var typing =
        new Typed("what", "What you will do", "text", form.what(), read.what().words());
    return part("what", "What you will do", unsure ? "do what?" : words, unsure, List.of(), typing);
  }

  private Piece whom(PromiseForm form) {
    var namesakes = meant();
    var to = form.to();
    var unsure = to.isEmpty();
    var words =
        unsure ? namesakes.isEmpty() ? "whom?" : "Which " + read.what().name() + "?" : called(to);
    var written = namesakes.size() == 1 ? namesakes.getFirst().name() : "Choose somebody";
    var typing = new Typed(
        "whom",
        "Or somebody else: a name or an e-mail address",
        "text",
        typed.to().whom(),
        null);
    return part(
        "conversation",
        "To whom, about",
        words,
        unsure,
        choices().whom(namesakes.size() > 1 ? namesakes : List.of(), written),
        typing);
  }

  /// An address in the words stays as it was written.
  private String called(PromiseForm.To to) {
    if (to.conversation().isEmpty() && typed.to().isEmpty()) return to.whom();
    return byHand.known(to).map(Customer::name).orElse(to.whom());
  }

  /// Whom the words may mean, also once one of them was chosen: it may have been the wrong one.
  private List<Customer> meant() {
    return typed.to().isEmpty()
        ? read.whom().namesakes()
        : byHand.read(onlooker, typed.toWhomTheWordsSay()).whom().namesakes();
  }

  private Piece due(PromiseForm form) {
    var at = byHand.times(onlooker).find(form.due().at());
    var either = form.due().at().isEmpty() && !read.when().either().isEmpty();
    var words = at.map(byHand.times(onlooker)::by).orElse(either ? "Which day?" : "By when?");
    var times = choices().times(read.when());
    var own = times.getLast().chosen() && at.isPresent() ? form.due().at() : "";
    var typing = new Typed("due", "The day and the time", "datetime-local", own, null);
    return part("due", "By when", words, at.isEmpty(), times, typing);
  }

  private Piece second(PromiseForm form) {
    var words = next(form).map(agent -> onlooker.nameWithin(agent.id())).orElse("nobody");
    return part("second", "Who hears next", words, false, choices().seconds(), null);
  }

  /// Who was chosen to hear next, or else stands in for whoever keeps it.
  private Optional<Agent> next(PromiseForm form) {
    var here = choices().here();
    var chosen = form.keepers().second();
    if (!chosen.isEmpty())
      return here.stream().filter(agent -> agent.id().toString().equals(chosen)).findFirst();
    var keeper = onlooker.team().get(form.keeperOr(onlooker.me().id()));
    if (keeper == null) return Optional.empty();
    return here.stream().filter(other -> PromisePart.isSecond(other, keeper)).findFirst();
  }

  private Piece kind(PromiseForm form) {
    var kind = Kind.of(form.manner().kind());
    var choices =
        choices().kinds("As you wrote it: " + KindWords.words(read.what().kind()));
    return part("kind", "Kind", KindWords.words(kind), false, choices, null);
  }

  private Piece way() {
    var words = "said " + ChannelWords.by(typed.saidBy());
    return part("said", "You said it", words, false, choices().ways(), null);
  }

  /// Once it is known whom it is made to.
  private Optional<Piece> matter(PromiseForm form) {
    return byHand
        .matter(form.to())
        .map(one -> one.open().isEmpty()
            ? plain(one.words())
            : part("matter", "What it is about", one.words(), one.isUnsure(), one.choices(), null));
  }

  private Piece part(
      String name,
      String label,
      String words,
      boolean unsure,
      List<Choice> choices,
      @Nullable Typed typing) {
    var mood = new Mood(unsure, asked.opens(name), asked.isWrong(name));
    return new Piece(words, new Fix(name, label, mood, choices, typing));
  }

  private PromiseChoices choices() {
    return new PromiseChoices(byHand, onlooker, typed);
  }

  private boolean isClosed(PromiseForm form) {
    var times = byHand.times(onlooker);
    var due = times.find(form.due().at());
    return due.isPresent() && !times.hours().isOpen(due.get().minusSeconds(1));
  }

  /// As it stands inside a sentence, but for what is written in capitals.
  private static String uncapital(String words) {
    if (words.length() < 2 || Character.isUpperCase(words.charAt(1))) return words;
    return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
