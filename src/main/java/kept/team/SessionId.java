package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record SessionId(UUID value) implements Id {
  public static SessionId next() {
    return new SessionId(Id.fresh());
  }

  public static SessionId parse(String text) {
    return new SessionId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
