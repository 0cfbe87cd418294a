package kept.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person we serve. A `sample` one belongs to the made-up shop.
public record Customer(
    CustomerId id, String name, @Nullable String organisation, Instant since, boolean sample) {

  /// What we call them: the first word, or the whole name when it begins with a title ("Mrs
  /// Okafor").
  public String firstName() {
    var first = name.strip().split("\\s+")[0];
    return first.matches("(?i)(mr|mrs|ms|miss|dr|herr|frau)\\.?") ? name.strip() : first;
  }
}
