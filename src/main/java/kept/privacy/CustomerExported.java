package kept.privacy;

import kept.customers.CustomerId;
import kept.platform.Event;
import kept.platform.Id;

/// Somebody took out everything that we hold about them.
public record CustomerExported(CustomerId customer) implements Event {
  @Override
  public Id subject() {
    return customer;
  }
}
