package kept.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.conversations.Attachment;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.MessageId;
import kept.desk.TimelineEvent.Attached;
import kept.desk.TimelineEvent.Body;
import kept.desk.TimelineEvent.Head;
import kept.desk.TimelineEvent.Note;
import kept.desk.TimelineEvent.Said;
import kept.recaps.Recaps.Recap;
import org.jspecify.annotations.Nullable;

/// A message, theirs or ours, as an event of the timeline. Pure.
final class MessageWords {
  private final Story story;
  private final Telling telling;
  private final @Nullable OpenedMessage opened;
  private final Map<MessageId, Recap> recaps;
  private final SendingWords sending;

  MessageWords(Story story, Telling telling, @Nullable OpenedMessage opened) {
    this.story = story;
    this.telling = telling;
    this.opened = opened;
    this.sending = new SendingWords(story, telling);
    this.recaps = story.told().recaps().stream()
        .collect(Collectors.toMap(Recap::message, Function.identity(), (first, second) -> first));
  }

  TimelineEvent of(Message message) {
    if (message.direction() == Direction.NOTE) {
      return new Note(head(message, "to the team"), message.words(), attached(message));
    }
    return new Said(
        head(message, how(message)),
        ChannelWords.icon(message.channel()),
        message.direction() == Direction.OUTBOUND,
        body(message),
        attached(message),
        sending.of(message));
  }

  private Head head(Message message, String how) {
    var id = "m-" + message.id();
    return new Head(id, by(message), how, message.at(), telling.when(message.at()));
  }

  private String by(Message message) {
    if (message.author() != null) return telling.name(message.author());
    return message.sender() == null ? story.customer().firstName() : message.sender();
  }

  /// "by email", "by email, with a recap", "asked by email if it’s sorted".
  private String how(Message message) {
    var by = ChannelWords.by(message.channel());
    var recap = recaps.get(message.id());
    if (recap == null) return by;
    if (recap.asks()) return "asked " + by + " if it’s sorted";
    return by + (recap.understood().isEmpty() ? ", with the link" : ", with a recap");
  }

  private Body body(Message message) {
    if (opened != null && opened.message().equals(message.id())) {
      return new Body(message.words(), message.quoted(), null, opened.asSent());
    }
    var asSent = message.html() == null ? null : SendingWords.path(message) + "/as-sent";
    return new Body(message.words(), message.quoted(), asSent, null);
  }

  private List<Attached> attached(Message message) {
    return story.told().files().getOrDefault(message.id(), List.of()).stream()
        .map(MessageWords::attached)
        .toList();
  }

  private static Attached attached(Attachment file) {
    return new Attached(file.name(), size(file.size()), "/files/" + file.id(), file.isPicture());
  }

  /// "900 bytes", "240 KB", "1.2 MB".
  static String size(long bytes) {
    if (bytes < 1000) return bytes == 1 ? "1 byte" : bytes + " bytes";
    if (bytes < 1_000_000) return Math.round(bytes / 1000.0) + " KB";
    var tenths = Math.round(bytes / 100_000.0);
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " MB";
  }
}
