package kept.desk;

import io.javalin.http.Context;
import kept.platform.http.Proxies;
import kept.team.Agent;
import kept.team.SessionCookie;
import kept.team.Sessions;
import kept.team.SignIn;
import kept.team.SignInTry;

/// What every way in has in common: who is at the door, and the cookies of whoever comes in.
public final class Doorstep {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Proxies proxies;

  public Doorstep(SignIn signIn, Sessions sessions, SessionCookie cookie, Proxies proxies) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.proxies = proxies;
  }

  SignIn signIn() {
    return signIn;
  }

  boolean isSignedIn(Context request) {
    return cookie.read(request).flatMap(sessions::find).isPresent();
  }

  /// Whoever holds this request, trying to be `email`.
  SignInTry triedBy(Context request, String email, String password) {
    return new SignInTry(
        email,
        password,
        proxies.addressOf(request),
        DeviceWords.of(request.userAgent()),
        request.cookie(signIn.deviceCookieName(email)));
  }

  /// Signs a newcomer in here.
  void welcome(Context request, Agent agent) {
    welcome(request, agent, sessions.start(agent.id(), DeviceWords.of(request.userAgent())));
  }

  /// Gives this browser the session, and makes it known for the next time.
  void welcome(Context request, Agent agent, String token) {
    cookie.set(request, token);
    var email = agent.email();
    cookie.setLasting(request, signIn.deviceCookieName(email), signIn.deviceCookie(email));
  }

  void farewell(Context request) {
    cookie.remove(request);
  }
}
