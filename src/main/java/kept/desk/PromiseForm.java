package kept.desk;

import io.javalin.http.Context;
import java.util.UUID;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.platform.Id;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A promise made by hand, as it was typed.
record PromiseForm(
    String key,
    String what,
    String conversation,
    String whom,
    Manner manner,
    String due,
    String keeper,
    String second) {
  static final String PERSON = "person:";

  record Manner(String kind, String said) {}

  static PromiseForm in(Form form) {
    return new PromiseForm(
        form.text("key"),
        form.text("what"),
        form.text("conversation"),
        form.text("whom"),
        new Manner(form.text("kind"), form.text("said")),
        form.text("due"),
        form.text("keeper"),
        form.text("second"));
  }

  /// What a link prepared: "/promises?what=Call%20her&to=…".
  static PromiseForm linked(Context request) {
    var to = param(request, "to");
    var conversation = to.isEmpty() ? param(request, "conversation") : PERSON + to;
    var manner = new Manner(Kind.CALLBACK.word(), Channel.IN_PERSON.word());
    return new PromiseForm("", param(request, "what"), conversation, "", manner, "", "", "");
  }

  /// A form without a key, as a script might send it, counts as new each time.
  UUID keyOrFresh() {
    return key.isEmpty() ? Id.fresh() : Id.parse(key);
  }

  Channel saidBy() {
    return manner.said.isEmpty() ? Channel.IN_PERSON : Channel.of(manner.said);
  }

  /// The commitment that was meant; what is wrong with it is told to its field.
  @Nullable
  Commitment commitment(ConversationId to, ReadyTimes times, AgentId by, Mistakes mistakes) {
    var dueAt = mistakes.on("due", () -> times.meant("other", due));
    if (dueAt == null) return null;
    return mistakes.on(
        "what",
        () -> new Commitment(
            to,
            what,
            manner.kind.isEmpty() ? Kind.OTHER : Kind.of(manner.kind),
            keeper.isEmpty() ? by : AgentId.parse(keeper),
            second.isEmpty() ? null : AgentId.parse(second),
            dueAt,
            saidBy()));
  }

  private static String param(Context request, String name) {
    var value = request.queryParam(name);
    return value == null ? "" : value.strip();
  }
}
