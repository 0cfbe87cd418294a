package kept.conversations;

import java.util.UUID;
import kept.platform.Id;

public record ContactId(UUID value) implements Id {
  public static ContactId next() {
    return new ContactId(Id.fresh());
  }

  public static ContactId parse(String text) {
    return new ContactId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
