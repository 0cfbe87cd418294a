package kept.desk;

import kept.conversations.Direction;
import kept.conversations.Message;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.desk.TimelineEvent.Instead;
import kept.desk.TimelineEvent.Sending;
import kept.platform.DeliveryState;
import org.jspecify.annotations.Nullable;

/// What became of a message of ours, told as it is. Pure.
record SendingWords(Story story, Telling telling) {

  /// Nothing for what they wrote, and for what we said in other ways.
  @Nullable
  Sending of(Message message) {
    var state = story.told().sent().get(message.id().value());
    if (message.direction() != Direction.OUTBOUND || state == null) return null;
    return switch (state.stage()) {
      case QUEUED -> plain(Sending.State.QUEUED, waiting(state));
      case SENT -> plain(Sending.State.SENT, sent(state));
      case REFUSED -> failed(message, state, "Not delivered.");
      case BOUNCED -> failed(message, state, "It came back.");
    };
  }

  /// Where the doings of one message are.
  static String path(Message message) {
    return "/c/" + message.conversation() + "/messages/" + message.id();
  }

  private static String waiting(DeliveryState state) {
    return state.tries() == 0 ? "On its way" : "Waiting to go out. It’s tried again by itself.";
  }

  private String sent(DeliveryState state) {
    return state.at() == null ? "Sent" : "Sent " + telling.when(state.at());
  }

  private static Sending plain(Sending.State state, String words) {
    return new Sending(state, words, null, null, null);
  }

  private Sending failed(Message message, DeliveryState state, String what) {
    var server = state.serverWords();
    var words = server == null || server.isBlank() ? what : what + " Their server said:";
    return new Sending(
        Sending.State.REFUSED, words, server, path(message) + "/sending", instead(message));
  }

  /// Another address of theirs than the one used last.
  private @Nullable Instead instead(Message message) {
    var tried = story.knowledge().last(IdentityKind.EMAIL).map(Identity::id);
    return story.knowledge().identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.EMAIL)
        .filter(identity -> !tried.equals(java.util.Optional.of(identity.id())))
        .findFirst()
        .map(other -> new Instead(
            "Send to " + other.value() + " instead", path(message) + "/sending?to=" + other.id()))
        .orElse(null);
  }
}
