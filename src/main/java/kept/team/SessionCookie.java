package kept.team;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import kept.platform.http.WebSettings;

/// The cookie that holds a session's token: sent to us alone, never read by a script, and over
/// https alone where there is https.
public final class SessionCookie {
  private static final String NAME = "kept";
  /// The longest that browsers keep a cookie (RFC 6265bis, section 5.5); the database ends
  /// sessions.
  private static final int SECONDS = 400 * 24 * 3600;

  private final WebSettings settings;

  public SessionCookie(WebSettings settings) {
    this.settings = settings;
  }

  public Optional<String> read(Context request) {
    return Optional.ofNullable(request.cookie(NAME)).filter(token -> !token.isEmpty());
  }

  public void set(Context request, String token) {
    setLasting(request, NAME, token);
  }

  /// Another cookie for our eyes alone, kept as long as a browser may.
  public void setLasting(Context request, String name, String value) {
    request.cookie(cookie(name, value, SECONDS));
  }

  /// One that is for the next minutes.
  public void set(Context request, String name, String value, int seconds) {
    request.cookie(cookie(name, value, seconds));
  }

  public void remove(Context request) {
    forget(request, NAME);
  }

  public void forget(Context request, String name) {
    request.cookie(cookie(name, "", 0));
  }

  private Cookie cookie(String name, String value, int seconds) {
    return new Cookie(name, value, "/", seconds, settings.secure(), true, null, SameSite.LAX);
  }
}
