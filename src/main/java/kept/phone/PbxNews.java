package kept.phone;

import kept.conversations.Direction;
import kept.platform.Limit;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// What the phone system that the shop kept tells of one of its calls, as it was sent.
///
/// @param call the call's name there
/// @param from who rings, as written there; null when withheld
/// @param to who is rung, as written there
/// @param direction null where it is not said
/// @param user whoever of us took it: a mail address, a name or an extension; null where not said
public record PbxNews(
    Kind kind,
    String call,
    @Nullable String from,
    @Nullable String to,
    @Nullable Direction direction,
    @Nullable String user) {

  public enum Kind {
    NEW_CALL("newCall"),
    ANSWER("answer"),
    HANGUP("hangup");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public static Kind of(String word) {
      for (var each : values()) if (each.word.equalsIgnoreCase(word)) return each;
      throw new Refusal("An event is newCall, answer or hangup.");
    }
  }

  private static final Limit NAME = new Limit(200, "A callId has at most 200 letters.");

  public PbxNews {
    call = NAME.check(call);
    if (call.isEmpty()) throw new Refusal("Every event names its call: callId is missing.");
  }

  /// Whether it says enough to begin a call with.
  boolean tellsOfACall() {
    return direction != null;
  }

  /// The customer's side of it.
  @Nullable
  String theirs() {
    return direction == Direction.OUTBOUND ? to : from;
  }

  /// Our own number.
  @Nullable
  String ours() {
    return direction == Direction.OUTBOUND ? from : to;
  }
}
