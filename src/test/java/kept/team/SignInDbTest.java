package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInDbTest {
  private final Marlow marlow = new Marlow();
  private final SignIn signIn = marlow.signIn;
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void letsInWhoKnowsThePassword() {
    var outcome = signIn.with(attempt("Priya@Example.com ", Marlow.PASSWORD));

    assertThat(outcome).isEqualTo(new SignIn.Outcome.Welcome(priya));
  }

  @Test
  void saysTheSameToAWrongPasswordAndAnUnknownAddress() {
    var wrong = signIn.with(attempt("priya@example.com", "kettle under the sink"));
    var unknown = signIn.with(attempt("nobody@example.com", "kettle under the sink"));

    assertThat(wrong).isEqualTo(unknown).isInstanceOf(SignIn.Outcome.Wrong.class);
    assertThat(marlow.logOf(priya.id())).containsExactly("agent_joined", "sign_in_refused");
  }

  @Test
  void keepsOutWhoLeft() {
    var dana = marlow.joins("Dana Marlow", Role.OWNER);
    marlow.team.leave(dana.id(), priya.id());

    assertThat(signIn.with(attempt("priya@example.com", Marlow.PASSWORD)))
        .isInstanceOf(SignIn.Outcome.Wrong.class);
  }

  @Test
  void asksAGuesserToSlowDown() {
    SignIn.Outcome last = new SignIn.Outcome.Wrong();
    for (var each = 0; each < 11; each++) last = signIn.with(attempt("x@example.com", "guess"));

    assertThat(last).isInstanceOf(SignIn.Outcome.SlowDown.class);
  }

  @Test
  void signsOutEveryOtherBrowserWhenThePasswordChanges() {
    var here = marlow.sessions.start(priya.id(), "Firefox on Linux");
    var elsewhere = marlow.sessions.start(priya.id(), "Safari on iPhone");
    var session = marlow.sessions.find(here).orElseThrow().session();

    signIn.proven(attempt(priya.email(), Marlow.PASSWORD), priya);
    signIn.changePassword(priya.id(), session, signIn.choose("teapot on the sill", "", ""));

    assertThat(marlow.sessions.find(here)).isPresent();
    assertThat(marlow.sessions.find(elsewhere)).isEmpty();
    assertThat(signIn.with(attempt(priya.email(), Marlow.PASSWORD)))
        .isInstanceOf(SignIn.Outcome.Wrong.class);
    assertThat(signIn.with(attempt(priya.email(), "teapot on the sill")))
        .isInstanceOf(SignIn.Outcome.Welcome.class);
  }

  @Test
  void believesNobodyWhoDoesNotKnowThePassword() {
    assertThatThrownBy(() -> signIn.proven(attempt(priya.email(), "a guess at it"), priya))
        .isInstanceOf(Refusal.class);
  }

  private static SignInTry attempt(String email, String password) {
    return new SignInTry(email, password, "192.0.2.7", null);
  }
}
