package kept.phone;

import kept.line.sip.PhoneEvents;

/// Writes down when phones register, away from the threads of the stack.
record Sightings(Phones phones) implements PhoneEvents {
  @Override
  public void registered(String user) {
    Thread.ofVirtual().name("phone-seen").start(() -> phones.seen(user));
  }

  @Override
  public void gone(String user) {}
}
