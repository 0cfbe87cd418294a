package kept.customers;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
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

  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

  /// The value as people write it: "(415) 555-0142".
  public String words() {
    return kind == IdentityKind.PHONE
        ? NORTH_AMERICAN.matcher(value).replaceAll("($1) $2-$3")
        : value;
  }

  /// The one spelling under which a value is stored and found.
  public static String normalise(IdentityKind kind, String value) {
    var bare = value.strip();
    return kind == IdentityKind.EMAIL ? bare.toLowerCase(Locale.ROOT) : bare;
  }
}
