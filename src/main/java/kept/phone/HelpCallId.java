package kept.phone;

import java.util.UUID;
import kept.platform.Id;

public record HelpCallId(UUID value) implements Id {
  public static HelpCallId next() {
    return new HelpCallId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
