package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record PasskeyId(UUID value) implements Id {
  public static PasskeyId next() {
    return new PasskeyId(Id.fresh());
  }

  public static PasskeyId parse(String text) {
    return new PasskeyId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
