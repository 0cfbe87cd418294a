package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses a change that another site's page sends with our visitor's cookie (Fetch Metadata, and
/// Origin per RFC 6454 where a browser lacks it). A bearer token is not sent by a browser on its
/// own,
/// so such a request passes.
final class OriginCheck {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final @Nullable String publicUrl;

  OriginCheck(WebSettings settings) {
    this.publicUrl = settings.publicUrl();
  }

  void check(Context request) {
    if (HARMLESS.contains(request.method().name())) return;
    var site = request.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) refuse();
    var origin = request.header("Origin");
    if (origin != null && !origin.equals(ours(request))) refuse();
    var bearer = request.header("Authorization") != null;
    if (site == null && origin == null && !bearer && !request.cookieMap().isEmpty()) refuse();
  }

  private String ours(Context request) {
    if (publicUrl != null) return publicUrl;
    return request.scheme() + "://" + request.host();
  }

  private static void refuse() {
    throw new ForbiddenResponse("This came from another site, so nothing was changed.");
  }
}
