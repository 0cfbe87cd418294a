package kept.customers;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody is forgotten. Every room that holds words of theirs hears it in the transaction and
/// lets them go; their names and numbers can still be read while they are heard.
public record CustomerForgotten(CustomerId customer) implements Event {
  @Override
  public Id subject() {
    return customer;
  }
}
