package kept.visitor;

import java.util.List;
import java.util.Objects;
import kept.conversations.State;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.promises.Standing;
import kept.promises.StringShape;
import kept.recaps.Recaps.Recap;
import kept.visitor.VisitorPage.Lead;
import kept.visitor.VisitorPage.Mark;
import kept.visitor.VisitorPage.Other;
import kept.visitor.VisitorPage.Track;

/// What heads a customer's page: the promise that counts now, said as it is. Pure.
record LeadWords(PageStory story, PageTimes times) {

  Lead lead() {
    if (story.answerOwed().isPresent()) return reopened(story.answerOwed().get());
    return story.lead().map(this::of).orElseGet(this::recap);
  }

  /// Every other promise of this matter.
  List<Other> others() {
    var lead = story.answerOwed().isPresent() ? null : story.lead().orElse(null);
    return story.real().stream()
        .filter(promise -> !promise.equals(lead))
        .filter(promise -> promise.state() != PromiseState.RELEASED)
        .map(this::other)
        .toList();
  }

  private Lead of(Promise promise) {
    return switch (promise.state()) {
      case OPEN -> open(promise);
      case KEPT -> promise.isLate(times.now()) ? keptLate(promise) : kept(promise);
      case RELEASED ->
        new Lead(
            name() + ", this one no longer holds.", said(promise), "We let it go together.", null);
    };
  }

  private Lead open(Promise promise) {
    var sorted = sorted("");
    if (!sorted.isEmpty())
      return new Lead(name() + ", good.", said(promise) + " It’s sorted.", sorted, null);
    return promise.isLate(times.now()) ? broken(promise) : running(promise);
  }

  private Lead running(Promise promise) {
    var moved = story.newTimes().stream().anyMatch(move -> move.promise().equals(promise.id()));
    var said = maker(promise) + " promised it " + times.on(promise.madeAt())
        + (moved ? ", and then we agreed this time." : ".");
    return new Lead(
        name() + ", here’s what we promised you.",
        ours(promise).will() + " by " + times.due(promise.dueAt()) + ".",
        sorted(said),
        track(promise));
  }

  private Lead broken(Promise promise) {
    return new Lead(
        name() + ", we didn’t keep this one.",
        ours(promise).would() + " by " + times.due(promise.dueAt()) + ".",
        "You should have had it by then, and we’re sorry. " + keeper(promise) + " is still on it.",
        track(promise));
  }

  private Lead kept(Promise promise) {
    var done = Objects.requireNonNull(promise.endedAt());
    var standing = new Standing(promise, times.now()).words();
    return new Lead(
        name() + ", this one is kept.",
        said(promise) + " Done " + times.on(done) + ".",
        sorted(keeper(promise) + " did it" + (standing.equals("on time") ? " " : ", ") + standing
            + "."),
        track(promise));
  }

  private Lead keptLate(Promise promise) {
    var done = Objects.requireNonNull(promise.endedAt());
    return new Lead(
        name() + ", we were late.",
        said(promise) + " Done " + times.on(done) + ".",
        sorted("We said " + times.due(promise.dueAt())
            + ". You should have had it by then, and we’re sorry."),
        track(promise));
  }

  /// Once they said that it is sorted, that is what counts.
  private String sorted(String before) {
    var at = story.conversation().confirmedAt();
    if (at == null || story.conversation().state() != State.CONFIRMED) return before;
    return "You told us it’s sorted " + times.on(at) + ".";
  }

  private Lead reopened(Promise answer) {
    var word = story.lastWord().orElseThrow();
    return new Lead(
        name() + ", it’s not right yet.",
        "You’ll hear from " + keeper(answer) + " by " + times.due(answer.dueAt()) + ".",
        "You told us " + times.on(word.at()) + ". " + story.house().knower().firstName()
            + " has it.",
        track(answer));
  }

  private Lead recap() {
    var understood = story.recaps().stream()
        .map(Recap::understood)
        .filter(words -> !words.isBlank())
        .reduce((first, last) -> last)
        .orElse("Nothing is promised yet.");
    return new Lead(
        name() + ", here’s what we understood.", story.conversation().matter(), understood, null);
  }

  private Track track(Promise promise) {
    var standing = new Standing(promise, times.now());
    var now = promise.isOpen()
        ? new Mark(times.time().clock(times.now()) + " now", standing.words())
        : null;
    return new Track(
        standing.string(StringShape.PAGE),
        new Mark("Promised", times.log(promise.madeAt())),
        now,
        new Mark("By", times.time().due(promise.dueAt(), times.now())));
  }

  private Other other(Promise promise) {
    var standing = new Standing(promise, times.now());
    return new Other(
        standing.string(StringShape.ROW),
        story.toThem(promise),
        "by " + times.due(promise.dueAt()),
        standing(promise, standing.words()),
        standing.tone());
  }

  /// One that came late is over, and one that is late still comes.
  private String standing(Promise promise, String words) {
    if (!promise.isOpen()) return "done, " + words;
    return promise.isLate(times.now()) ? "still to come, " + words : words;
  }

  private OurWords ours(Promise promise) {
    return new OurWords(story.toThem(promise));
  }

  private String said(Promise promise) {
    return OurWords.ended(ours(promise).would());
  }

  private String name() {
    return story.customer().firstName();
  }

  private String maker(Promise promise) {
    return story.house().name(promise.madeBy());
  }

  private String keeper(Promise promise) {
    return story.house().name(promise.keeper());
  }
}
