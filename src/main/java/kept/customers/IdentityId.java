package kept.customers;

import java.util.UUID;
import kept.platform.Id;

public record IdentityId(UUID value) implements Id {
  public static IdentityId next() {
    return new IdentityId(Id.fresh());
  }

  public static IdentityId parse(String text) {
    return new IdentityId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
