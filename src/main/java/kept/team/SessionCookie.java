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
    return read(request, NAME);
  }

  /// What [#setLasting] gave.
  public Optional<String> read(Context request, String name) {
    return Optional.ofNullable(request.cookie(named(request, name)))
        .filter(token -> !token.isEmpty());
  }

  public void set(Context request, String token) {
    setLasting(request, NAME, token);
  }

  /// Another cookie for our eyes alone, kept as long as a browser may.
  public void setLasting(Context request, String name, String value) {
    request.cookie(cookie(request, name, value, SECONDS));
  }

  /// One that is for the next minutes.
  public void set(Context request, String name, String value, int seconds) {
    request.cookie(cookie(request, name, value, seconds));
  }

  public void remove(Context request) {
    forget(request, NAME);
  }

  public void forget(Context request, String name) {
    request.cookie(cookie(request, name, "", 0));
  }

  private Cookie cookie(Context request, String name, String value, int seconds) {
    var secure = settings.isSecure(request);
    var ours = named(request, name);
    return new Cookie(ours, value, "/", seconds, secure, true, null, SameSite.LAX);
  }

  /// A browser takes a name that begins so from nobody but this very host, over https (RFC
  /// 6265bis, section 4.1.3.2): no neighbour under the same domain can give it one of theirs.
  private String named(Context request, String name) {
    return settings.isSecure(request) ? "__Host-" + name : name;
  }
}
