package kept.customers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What we hold of somebody, so that they are never asked for it again.
public record Knowledge(List<Identity> identities, List<Fact> facts, List<Possession> possessions) {
  /// The best proof among their identities.
  public VerificationLevel level() {
    return identities.stream()
        .map(Identity::level)
        .max(Comparator.naturalOrder())
        .orElse(VerificationLevel.UNKNOWN);
  }

  /// The address they used last.
  public Optional<Identity> last(IdentityKind kind) {
    return identities.stream()
        .filter(identity -> identity.kind() == kind)
        .max(Comparator.comparing(Identity::lastUsedAt));
  }
}
