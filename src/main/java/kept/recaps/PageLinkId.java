package kept.recaps;

import java.util.UUID;
import kept.platform.Id;

public record PageLinkId(UUID value) implements Id {
  public static PageLinkId next() {
    return new PageLinkId(Id.fresh());
  }

  public static PageLinkId parse(String text) {
    return new PageLinkId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
