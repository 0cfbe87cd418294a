package kept.sample;

import java.util.List;

/// What opens the sample shop: who may sign in, a token for programs, a customer's page.
public record Keys(List<SignIn> signIns, String token, String page) {
  public record SignIn(String role, String email, String password) {}
}
