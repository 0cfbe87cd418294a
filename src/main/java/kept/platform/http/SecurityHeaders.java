package kept.platform.http;

import io.javalin.http.Context;

/// The headers of every answer: nothing inline, nothing framed, nothing fetched from elsewhere.
public final class SecurityHeaders {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final boolean secure;

  SecurityHeaders(WebSettings settings) {
    this.secure = settings.secure();
  }

  /// Lets the pictures of one page come from elsewhere: its reader asked for them.
  public static void allowPictures(Context request) {
    request.header(
        "Content-Security-Policy", CSP.replace("img-src 'self'", "img-src 'self' https:"));
    request.header("Referrer-Policy", "no-referrer");
  }

  void addTo(Context request) {
    request.header("Content-Security-Policy", CSP);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "same-origin");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=()");
    request.header("Cache-Control", "no-store");
    if (secure) request.header("Strict-Transport-Security", "max-age=31536000");
  }
}
