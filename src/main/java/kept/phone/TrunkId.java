package kept.phone;

import java.util.UUID;
import kept.platform.Id;

public record TrunkId(UUID value) implements Id {
  public static TrunkId next() {
    return new TrunkId(Id.fresh());
  }

  public static TrunkId parse(String text) {
    return new TrunkId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
