package kept.customers;

import java.util.UUID;
import kept.platform.Id;

public record IdentityId(UUID value) implements Id {
  public static IdentityId next() {
    return new IdentityId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
