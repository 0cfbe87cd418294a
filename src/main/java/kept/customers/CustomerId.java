package kept.customers;

import java.util.UUID;
import kept.platform.Id;

public record CustomerId(UUID value) implements Id {
  public static CustomerId next() {
    return new CustomerId(Id.fresh());
  }

  public static CustomerId parse(String text) {
    return new CustomerId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
