package kept.conversations;

import java.util.UUID;
import kept.platform.Id;

public record MessageId(UUID value) implements Id {
  public static MessageId next() {
    return new MessageId(Id.fresh());
  }

  public static MessageId parse(String text) {
    return new MessageId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
