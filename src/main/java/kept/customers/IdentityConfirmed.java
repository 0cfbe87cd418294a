package kept.customers;

import kept.platform.Event;
import kept.platform.Id;

/// They proved that this address or number is theirs.
public record IdentityConfirmed(CustomerId customer, IdentityId identity) implements Event {
  @Override
  public Id subject() {
    return customer;
  }
}
