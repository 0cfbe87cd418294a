package kept.conversations;

import java.util.UUID;
import kept.platform.Id;

public record ConversationId(UUID value) implements Id {
  public static ConversationId next() {
    return new ConversationId(Id.fresh());
  }

  public static ConversationId parse(String text) {
    return new ConversationId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
