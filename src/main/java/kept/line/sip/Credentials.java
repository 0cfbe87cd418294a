package kept.line.sip;

/// A user name and its secret, in the clear as digest needs it. Nothing prints the secret.
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
