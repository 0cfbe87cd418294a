package kept.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Fact;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.customers.Knowledge;
import kept.customers.Possession;
import kept.customers.VerificationLevel;
import org.jspecify.annotations.Nullable;

/// A customer as programs read it.
record CustomerShape(CustomerId id, String name, @Nullable String organisation, Instant since) {
  static CustomerShape of(Customer of) {
    return new CustomerShape(of.id(), of.name(), of.organisation(), of.since());
  }

  /// One customer, with everything that we hold of them.
  record Whole(
      @JsonUnwrapped CustomerShape customer,
      List<IdentityShape> identities,
      List<Fact> facts,
      List<Possession> possessions) {
    static Whole of(Customer customer, Knowledge knowledge) {
      return new Whole(
          CustomerShape.of(customer),
          knowledge.identities().stream().map(IdentityShape::of).toList(),
          knowledge.facts(),
          knowledge.possessions());
    }
  }

  record IdentityShape(
      IdentityKind kind,
      String value,
      String source,
      VerificationLevel level,
      @Nullable Instant verifiedAt,
      Instant lastUsedAt) {
    static IdentityShape of(Identity of) {
      return new IdentityShape(
          of.kind(), of.value(), of.source(), of.level(), of.verifiedAt(), of.lastUsedAt());
    }
  }
}
