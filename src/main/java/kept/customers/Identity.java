package kept.customers;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A number, address or account that belongs to one customer. `value` is normalised (lower-case
/// address, E.164 number); `source` says in words where we have it from.
public record Identity(
    IdentityId id,
    CustomerId customer,
    IdentityKind kind,
    String value,
    String source,
    VerificationLevel level,
    @Nullable Instant verifiedAt,
    Instant lastUsedAt) {

  /// The one spelling under which a value is stored and found.
  public static String normalise(IdentityKind kind, String value) {
    var bare = value.strip();
    return kind == IdentityKind.EMAIL ? bare.toLowerCase(Locale.ROOT) : bare;
  }
}
