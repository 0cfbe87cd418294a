package kept.line.sip;

/// News of registered phones. On threads of the stack: an implementation posts and returns.
public interface PhoneEvents {
  PhoneEvents NOBODY = new PhoneEvents() {
    @Override
    public void registered(String user) {}

    @Override
    public void gone(String user) {}
  };

  /// One more phone of this user can ring.
  void registered(String user);

  /// The last phone of this user unregistered, ran out or does not answer any more.
  void gone(String user);
}
