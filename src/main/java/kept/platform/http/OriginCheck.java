package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses a change that another site's page sends with our visitor's cookie (Fetch Metadata, and
/// Origin per RFC 6454 where a browser lacks it). A bearer token is not sent by a browser on its
/// own, so such a request passes.
final class OriginCheck {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final @Nullable String publicUrl;
  private final Proxies proxies;

  OriginCheck(WebSettings settings) {
    this.publicUrl = settings.publicUrl();
    this.proxies = new Proxies(settings.trustedProxies());
  }

  /// A browser that speaks Fetch Metadata cannot be made to lie in it. Where it is missing, a page
  /// that hides its address ("null") or says nothing may only do what needs no cookie.
  void check(Context request) {
    if (isHarmless(request)) return;
    var site = request.header("Sec-Fetch-Site");
    var origin = request.header("Origin");
    if (site != null) {
      if (!site.equals("same-origin") && !site.equals("none")) refuse();
    } else if (origin != null && !origin.equals("null")) {
      if (!origin.equals(ours(request))) refuse();
    } else if (request.header("Authorization") == null && !request.cookieMap().isEmpty()) {
      refuse();
    }
  }

  /// Whether it only asks to see something.
  static boolean isHarmless(Context request) {
    return HARMLESS.contains(request.method().name());
  }

  private String ours(Context request) {
    if (publicUrl != null) return publicUrl;
    return proxies.schemeOf(request) + "://" + request.host();
  }

  private static void refuse() {
    throw new ForbiddenResponse("This came from another site, so nothing was changed.");
  }
}
