package kept.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kept.desk.TimelineEvent.Happened;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Kind;
import kept.recaps.SaidWord;
import org.jspecify.annotations.Nullable;

/// One matter as it happened, oldest first: what was said, what was promised, what the customer
/// told us. Pure.
final class Timeline {
  private final Story story;
  private final Telling telling;

  private Timeline(Story story, Telling telling) {
    this.story = story;
    this.telling = telling;
  }

  /// `opened` is the one message that is shown as it was sent, if any.
  static List<TimelineEvent> of(Story story, Telling telling, @Nullable OpenedMessage opened) {
    return new Timeline(story, telling).merged(opened);
  }

  private List<TimelineEvent> merged(@Nullable OpenedMessage opened) {
    var events = new ArrayList<TimelineEvent>();
    var messages = new MessageWords(story, telling, opened);
    var facts = new FactWords(story, telling);
    story.told().facts().stream().flatMap(fact -> facts.of(fact).stream()).forEach(events::add);
    story.told().messages().forEach(message -> events.add(messages.of(message)));
    story.told().said().forEach(word -> events.add(said(word)));
    var calls = new CallWords(story, telling);
    story.told().calls().forEach(call -> events.add(calls.of(call)));
    var start = shownFrom();
    // Stable: what happened in the same moment stays in the order promise, message, their word.
    return events.stream()
        .filter(event -> !event.head().at().isBefore(start))
        .sorted(Comparator.comparing(event -> event.head().at()))
        .collect(Collectors.toUnmodifiableList());
  }

  /// Of a very long matter only the last messages are here; older facts would hang in the air.
  private Instant shownFrom() {
    var messages = story.told().messages();
    return story.told().cut() ? messages.getFirst().at() : Instant.MIN;
  }

  private TimelineEvent said(SaidWord word) {
    var problem = word.problem() == null ? null : word.problem().words();
    var words = word.words().isEmpty() ? null : "“" + word.words() + "”";
    return switch (word.kind()) {
      case SORTED -> them(word, "said it’s sorted", Kind.SORTED, words, null);
      case NOT_YET -> them(word, "said it’s not sorted", Kind.NOT_YET, problem, words);
      case NOT_SORTED_AFTER_ALL ->
        them(word, "said it’s not sorted after all", Kind.NOT_YET, problem, words);
      case HAD_TO_REPEAT -> them(word, "had to repeat it all", Kind.HAD_TO_REPEAT, null, null);
    };
  }

  private Happened them(
      SaidWord word, String how, Kind kind, @Nullable String what, @Nullable String detail) {
    var head = new Head(
        "w-" + word.id(), story.customer().firstName(), how, word.at(), telling.when(word.at()));
    return new Happened(head, kind, what, detail);
  }
}
