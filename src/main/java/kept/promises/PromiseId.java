package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record PromiseId(UUID value) implements Id {
  public static PromiseId next() {
    return new PromiseId(Id.fresh());
  }

  public static PromiseId parse(String text) {
    return new PromiseId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
