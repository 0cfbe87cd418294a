package kept.recaps;

import java.util.UUID;
import kept.platform.Id;

public record RecapId(UUID value) implements Id {
  public static RecapId next() {
    return new RecapId(Id.fresh());
  }

  public static RecapId parse(String text) {
    return new RecapId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
