package kept.desk;

import java.util.List;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The promise in a form, as it was typed. Pure.
record PromisePart(String what, String kind, String when, String due, String keeper) {
  static final PromisePart NONE = new PromisePart("", "", "", "", "");

  static PromisePart in(Form form) {
    return new PromisePart(
        form.text("promise_what"),
        form.text("promise_kind"),
        form.text("promise_when"),
        form.text("promise_due"),
        form.text("promise_keeper"));
  }

  boolean isThere() {
    return !what.isEmpty();
  }

  /// The commitment that was meant; what is wrong with it is told to its field.
  @Nullable
  Commitment commitment(
      ConversationId conversation, ReadyTimes times, AgentId by, Mistakes mistakes) {
    var dueAt = mistakes.on("promise_due", () -> times.meant(when, due));
    var meant = mistakes.on(
        "promise_what",
        () -> new Commitment(
            conversation,
            what,
            kind.isEmpty() ? Kind.OTHER : Kind.of(kind),
            keeper.isEmpty() ? by : AgentId.parse(keeper),
            null,
            dueAt == null ? times.now() : dueAt,
            Channel.EMAIL));
    return dueAt == null ? null : meant;
  }

  /// The part as a form shows it again, or for the first time.
  PromiseDraft draft(ReadyTimes times, List<Agent> here, AgentId reader) {
    return new PromiseDraft(
        isThere(),
        what,
        KindWords.choices(kind.isEmpty() ? Kind.CALLBACK.word() : kind),
        times.choices(when.equals("other") ? "-" : when),
        due.isEmpty() && !when.equals("other") ? when : due,
        here.stream().map(agent -> keeper(agent, here, reader)).toList());
  }

  /// "You, then Edie": who keeps it, then who hears next.
  private Choice keeper(Agent agent, List<Agent> here, AgentId reader) {
    var chosen =
        keeper.isEmpty() ? agent.id().equals(reader) : agent.id().toString().equals(keeper);
    var second = here.stream().filter(other -> isSecond(other, agent)).findFirst();
    var words = second.map(next -> name(agent, reader) + ", then " + name(next, reader));
    return new Choice(agent.id().toString(), words.orElse(name(agent, reader)), chosen);
  }

  /// The owner stands in for whoever has no second; they come first among those here.
  static boolean isSecond(Agent other, Agent keeper) {
    if (other.id().equals(keeper.id())) return false;
    return keeper.second() == null
        ? other.role() == kept.team.Role.OWNER
        : other.id().equals(keeper.second());
  }

  private static String name(Agent agent, AgentId reader) {
    return agent.id().equals(reader) ? "You" : agent.firstName();
  }
}
