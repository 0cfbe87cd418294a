package kept.visitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kept.conversations.State;
import kept.promises.Promise;
import kept.recaps.Problem;
import kept.recaps.SaidWord;
import org.jspecify.annotations.Nullable;

/// Whether it is sorted: the question, or what they have said to it. Pure.
record AskWords(PageStory story, PageTimes times) {

  Ask ask() {
    if (story.conversation().state() == State.CONFIRMED) return sorted();
    return story.answerOwed().<Ask>map(this::heard).orElseGet(this::question);
  }

  /// The small form, empty or as it came.
  static Ask wrong(Optional<Problem> chosen, String words, @Nullable String error) {
    var problems = Arrays.stream(Problem.values())
        .map(each -> new Ask.Problem(each.word(), each.words(), chosen.equals(Optional.of(each))))
        .toList();
    return new Ask.Wrong(List.copyOf(problems), words, error);
  }

  private Ask sorted() {
    var thanks = story
        .lastWord()
        .filter(word -> word.is(SaidWord.Kind.SORTED) && !word.words().isEmpty())
        .map(SaidWord::words)
        .orElse(null);
    var first = story.customer().firstName();
    return new Ask.Sorted("Good. Thanks, " + first + ".", story.doer().firstName(), thanks);
  }

  private Ask heard(Promise answer) {
    var keeper = story.house().name(answer.keeper());
    if (answer.isLate(times.now())) {
      return new Ask.Heard(
          keeper + " has it.",
          "You should have heard " + by(answer) + ", and we’re sorry. It is not forgotten.");
    }
    return new Ask.Heard(keeper + " has it.", "You’ll hear " + by(answer) + ".");
  }

  private String by(Promise answer) {
    return "by " + times.time().due(answer.dueAt(), times.now());
  }

  private Ask question() {
    var knower = story.house().knower().firstName();
    var owed = story.lead().filter(Promise::isOpen).isPresent();
    return new Ask.Question(
        "Is it sorted?",
        (owed ? "Tap once it’s done. " : "One tap tells us. ") + "If it isn’t right, " + knower
            + " hears about it straight away.");
  }
}
