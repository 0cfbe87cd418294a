package kept.phone;

import java.util.UUID;
import kept.platform.Id;

public record CallId(UUID value) implements Id {
  public static CallId next() {
    return new CallId(Id.fresh());
  }

  public static CallId parse(String text) {
    return new CallId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
