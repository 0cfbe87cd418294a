package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record ApiTokenId(UUID value) implements Id {
  public static ApiTokenId next() {
    return new ApiTokenId(Id.fresh());
  }

  public static ApiTokenId parse(String text) {
    return new ApiTokenId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
