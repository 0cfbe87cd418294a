package kept.customers;

import kept.platform.Event;
import kept.platform.Id;

/// The first time we heard from someone.
public record CustomerMet(CustomerId customer) implements Event {
  @Override
  public Id subject() {
    return customer;
  }
}
