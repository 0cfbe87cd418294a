package kept.conversations;

import org.jspecify.annotations.Nullable;

/// A file that came or went with a message; `blob` is the hash of its bytes, `size` counts them.
public record Attachment(
    AttachmentId id,
    MessageId message,
    String blob,
    String name,
    String type,
    @Nullable String contentId,
    long size) {

  public boolean isPicture() {
    return type.matches("image/(png|jpeg|gif|webp)");
  }
}
