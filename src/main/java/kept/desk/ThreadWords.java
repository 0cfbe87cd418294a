package kept.desk;

import java.time.temporal.ChronoUnit;
import java.util.List;
import kept.desk.ConversationThread.Doing;
import kept.desk.ConversationThread.Head;
import kept.desk.ConversationThread.Pinned;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.promises.Standing;
import kept.promises.StringShape;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// The head of a conversation: the matter, the person, who has it, what we promised. Pure.
record ThreadWords(Story story, Telling telling) {

  /// `query` leads back to the list it was opened from.
  Head head(List<Agent> here, String query) {
    var customer = story.customer();
    return new Head(
        story.conversation().matter(),
        customer.name(),
        "/people/" + customer.id(),
        with(),
        summary(),
        "/c" + query,
        new Doing(colleagues(here), asked(), List.of()));
  }

  List<Pinned> pinned() {
    return story.owed().stream().map(this::pinned).toList();
  }

  private Pinned pinned(Promise promise) {
    var standing = new Standing(promise, telling.now());
    return new Pinned(
        promise.id().toString(),
        standing.string(StringShape.ROW),
        promise.what() + " by " + telling.due(promise.dueAt()),
        keeper(promise),
        promise.dueAt(),
        standing.words(),
        standing.tone());
  }

  private String keeper(Promise promise) {
    var name = telling.nameOrYou(promise.keeper());
    var of = promise.standsInFor();
    return of == null ? name : name + ", standing in for " + telling.name(of);
  }

  private String with() {
    var agent = story.conversation().agent();
    if (agent == null) return "with nobody yet";
    return agent.equals(telling.reader()) ? "with you" : "with " + telling.name(agent);
  }

  /// "9 years with us, 5 of 6 promises on time".
  private String summary() {
    var day = telling.time().day(story.customer().since());
    var years = ChronoUnit.YEARS.between(day, telling.time().day(telling.now()));
    var since = years < 1 ? "New to us this year" : years(years) + " with us";
    var due = story.promises().stream().filter(this::counts).toList();
    if (due.isEmpty()) return since + ", nothing promised before";
    var onTime = due.stream().filter(promise -> !promise.isLate(telling.now())).count();
    return since + ", " + onTime + " of " + due.size() + " promises on time";
  }

  /// A promise that still has time says nothing about us yet.
  private boolean counts(Promise promise) {
    return promise.state() == PromiseState.KEPT
        || (promise.isOpen() && promise.isLate(telling.now()));
  }

  private List<Choice> colleagues(List<Agent> here) {
    var has = story.conversation().agent();
    return here.stream()
        .filter(agent -> !agent.id().equals(has))
        .map(agent -> new Choice(agent.id().toString(), words(agent), false))
        .toList();
  }

  private String words(Agent agent) {
    var name = agent.id().equals(telling.reader()) ? "Me" : agent.firstName();
    return agent.doing().isBlank() ? name : name + " · " + agent.doing();
  }

  private @Nullable String asked() {
    var conversation = story.conversation();
    return switch (conversation.state()) {
      case OPEN -> null;
      case WAITING -> said("Asked if sorted", conversation.resolvedAt());
      case CONFIRMED -> said("Sorted", conversation.confirmedAt());
      case LAPSED -> said("Quiet", conversation.lapsedAt());
    };
  }

  private String said(String words, java.time.@Nullable Instant at) {
    return at == null ? words : words + ", " + telling.when(at);
  }

  private static String years(long years) {
    return years == 1 ? "A year" : years + " years";
  }
}
