package kept.phone;

import java.util.UUID;
import kept.platform.Id;

public record PhoneId(UUID value) implements Id {
  public static PhoneId next() {
    return new PhoneId(Id.fresh());
  }

  public static PhoneId parse(String text) {
    return new PhoneId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
