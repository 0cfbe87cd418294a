package kept.customers;

import kept.platform.Event;
import kept.platform.Id;

/// Their name, an identity or something that we know of them is another one now.
public record CustomerChanged(CustomerId customer) implements Event {
  @Override
  public Id subject() {
    return customer;
  }
}
