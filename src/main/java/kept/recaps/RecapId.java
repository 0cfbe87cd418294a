package kept.recaps;

import java.util.UUID;
import kept.platform.Id;

public record RecapId(UUID value) implements Id {
  public static RecapId next() {
    return new RecapId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
