package kept.desk;

import kept.conversations.Channel;
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
      case SENT -> plain(Sending.State.SENT, sent(message, state));
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

  /// A carrier says of a text whether it arrived; of a mail nobody does.
  private String sent(Message message, DeliveryState state) {
    var when = state.at() == null ? "Sent" : "Sent " + telling.when(state.at());
    var isThere = isText(message) && "Delivered".equals(state.serverWords());
    return isThere ? when + ", delivered" : when;
  }

  private static boolean isText(Message message) {
    return message.channel() == Channel.TEXT;
  }

  private static Sending plain(Sending.State state, String words) {
    return new Sending(state, words, null, null, null);
  }

  private Sending failed(Message message, DeliveryState state, String what) {
    var server = state.serverWords();
    if (isText(message)) {
      var why = server == null ? "Not delivered." : "Not delivered. " + server;
      return new Sending(
          Sending.State.REFUSED, why, null, path(message) + "/sending", byMail(message));
    }
    var words = server == null || server.isBlank() ? what : what + " Their server said:";
    return new Sending(
        Sending.State.REFUSED, words, server, path(message) + "/sending", instead(message));
  }

  /// Where a text does not arrive, a mail may.
  private @Nullable Instead byMail(Message message) {
    return story
        .knowledge()
        .last(IdentityKind.EMAIL)
        .map(address -> new Instead("Email instead", path(message) + "/sending?to=" + address.id()))
        .orElse(null);
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
