package kept.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kept.conversations.Attachment;
import kept.conversations.AttachmentId;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.platform.DeliveryState;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A message as programs read it, with its files and how far it got.
record MessageShape(
    MessageId id,
    ConversationId conversation,
    Direction direction,
    Channel channel,
    @Nullable AgentId author,
    @Nullable String sender,
    Instant at,
    String words,
    @Nullable String quoted,
    @Nullable String html,
    List<FileShape> attachments,
    @Nullable DeliveryShape delivery) {

  static MessageShape of(Message of, List<Attachment> files, @Nullable DeliveryState delivery) {
    return new MessageShape(
        of.id(),
        of.conversation(),
        of.direction(),
        of.channel(),
        of.author(),
        of.sender(),
        of.at(),
        of.words(),
        of.quoted(),
        of.html(),
        files.stream()
            .filter(file -> file.message().equals(of.id()))
            .map(FileShape::of)
            .toList(),
        delivery == null ? null : DeliveryShape.of(delivery));
  }

  record FileShape(AttachmentId id, String name, String type, long size) {
    static FileShape of(Attachment file) {
      return new FileShape(file.id(), file.name(), file.type(), file.size());
    }
  }

  /// How far a message got, with the other server's own words.
  record DeliveryShape(
      String state,
      int tries,
      @Nullable Instant at,
      @Nullable String serverWords) {
    static DeliveryShape of(DeliveryState state) {
      var word = state.stage().name().toLowerCase(Locale.ROOT);
      return new DeliveryShape(word, state.tries(), state.at(), state.serverWords());
    }
  }
}
