package kept.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kept.conversations.Channel;
import kept.promises.NewTime;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.recaps.Recaps.Recap;
import kept.recaps.SaidWord;
import kept.visitor.VisitorPage.Agreed;
import org.jspecify.annotations.Nullable;

/// What we agreed, in the order of time, in words for the customer. What the team said among
/// themselves is not here. Pure.
final class AgreedWords {
  private final PageStory story;
  private final PageTimes times;
  private final List<Line> lines = new ArrayList<>();

  private record Line(Instant at, Agreed agreed) {}

  private AgreedWords(PageStory story, PageTimes times) {
    this.story = story;
    this.times = times;
  }

  static List<Agreed> of(PageStory story, PageTimes times) {
    return new AgreedWords(story, times).inOrder();
  }

  private List<Agreed> inOrder() {
    var opened = story.conversation().openedAt();
    add(
        opened,
        began(story.conversation().channel()),
        OurWords.ended(story.conversation().matter()));
    story.recaps().forEach(this::recap);
    story.real().forEach(this::promise);
    story.newTimes().forEach(this::moved);
    story.said().forEach(this::said);
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(Line::agreed)
        .toList();
  }

  private static String began(Channel channel) {
    return switch (channel) {
      case CALL -> "On the phone:";
      case EMAIL -> "By email:";
      case TEXT -> "By text:";
      case CHAT -> "In the chat:";
      case PAGE -> "On this page:";
      case IN_PERSON -> "In the shop:";
    };
  }

  private void recap(Recap recap) {
    if (!recap.understood().isBlank()) add(recap.sentAt(), "We understood:", recap.understood());
    if (recap.asks()) add(recap.sentAt(), null, "We asked if it’s sorted.");
  }

  private void promise(Promise promise) {
    var first = story.newTimes().stream()
        .filter(move -> move.promise().equals(promise.id()))
        .map(NewTime::fromDue)
        .findFirst()
        .orElse(promise.dueAt());
    add(promise.madeAt(), "We promised:", story.toThem(promise) + ", by " + times.due(first) + ".");
    if (promise.endedAt() == null) return;
    if (promise.state() == PromiseState.KEPT)
      add(promise.endedAt(), keptWords(promise), OurWords.ended(story.toThem(promise)));
    else add(promise.endedAt(), "Let go:", OurWords.ended(story.toThem(promise)));
  }

  private String keptWords(Promise promise) {
    return promise.isLate(times.now()) ? "Kept, late:" : "Kept:";
  }

  private void moved(NewTime move) {
    var words = "from " + times.due(move.fromDue()) + " to " + times.due(move.toDue()) + ".";
    add(move.agreedAt(), "We agreed a new time", words);
  }

  private void said(SaidWord word) {
    var more = word.problem() == null ? "" : " " + word.problem().words() + ".";
    switch (word.kind()) {
      case SORTED -> add(word.at(), null, "You told us it’s sorted.");
      case NOT_YET -> add(word.at(), null, "You told us it’s not sorted." + more);
      case NOT_SORTED_AFTER_ALL ->
        add(word.at(), null, "You told us it’s not sorted after all." + more);
      case HAD_TO_REPEAT -> add(word.at(), null, "You had to repeat yourself.");
    }
  }

  private void add(Instant at, @Nullable String strong, String words) {
    lines.add(new Line(at, new Agreed(times.log(at), strong, words)));
  }
}
