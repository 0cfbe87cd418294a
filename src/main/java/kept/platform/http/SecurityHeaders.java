package kept.platform.http;

import io.javalin.http.Context;
import java.util.function.BiConsumer;

/// The headers of every answer: nothing inline, nothing framed, nothing fetched from elsewhere.
public final class SecurityHeaders {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  static final String HSTS = "Strict-Transport-Security";

  private static final String A_YEAR = "max-age=31536000";

  private final boolean secure;
  private final boolean belowToo;

  SecurityHeaders(WebSettings settings) {
    this.secure = settings.secure();
    this.belowToo = settings.belowToo();
  }

  /// Lets the pictures of one page come from elsewhere: its reader asked for them.
  public static void allowPictures(Context request) {
    request.header(
        "Content-Security-Policy", CSP.replace("img-src 'self'", "img-src 'self' https:"));
    request.header("Referrer-Policy", "no-referrer");
  }

  void addTo(Context request) {
    each(request::header);
  }

  void each(BiConsumer<String, String> header) {
    header.accept("Content-Security-Policy", CSP);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("X-Frame-Options", "DENY");
    header.accept("Referrer-Policy", "same-origin");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cross-Origin-Resource-Policy", "same-origin");
    header.accept(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=()");
    header.accept("Cache-Control", "no-store");
    if (secure) header.accept(HSTS, belowToo ? A_YEAR + "; includeSubDomains" : A_YEAR);
  }
}
