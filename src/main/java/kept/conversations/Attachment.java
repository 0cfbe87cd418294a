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
    return isPicture(type);
  }

  /// A kind of picture that can only be looked at.
  public static boolean isPicture(String type) {
    return type.matches("image/(png|jpeg|gif|webp)");
  }
}
