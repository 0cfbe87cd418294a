package kept.recaps;

import java.util.UUID;
import kept.platform.Id;

public record PageLinkId(UUID value) implements Id {
  public static PageLinkId next() {
    return new PageLinkId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
