package kept.conversations;

import java.util.UUID;
import kept.platform.Id;

public record AttachmentId(UUID value) implements Id {
  public static AttachmentId next() {
    return new AttachmentId(Id.fresh());
  }

  public static AttachmentId parse(String text) {
    return new AttachmentId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
