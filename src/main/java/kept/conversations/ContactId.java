package kept.conversations;

import java.util.UUID;
import kept.platform.Id;

public record ContactId(UUID value) implements Id {
  public static ContactId next() {
    return new ContactId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
