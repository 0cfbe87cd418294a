package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;

/// Where everybody is to come by https, whoever comes in the clear to look is led there. A change,
/// and a program, is refused and told so: what it sent could be read on the way, which a quiet
/// redirect would hide.
///
/// We know that somebody comes in the clear when a proxy of ours says so, or when they come to our
/// own plain port beside the one for https. Whether we are well is told to anyone.
final class OnlyHttps {
  private final WebSettings settings;
  private final Proxies proxies;

  OnlyHttps(WebSettings settings) {
    this.settings = settings;
    this.proxies = new Proxies(settings.trustedProxies());
  }

  void lead(Context request) {
    var there = settings.publicUrl();
    if (there == null || !settings.secure() || !isInTheClear(request)) return;
    // RFC 6797, section 7.2: only an answer over https may ask for https.
    request.res().setHeader(SecurityHeaders.HSTS, null);
    if (request.path().equals("/healthz")) return;
    var looks = OriginCheck.isHarmless(request);
    if (!looks || Errors.isProgram(request.path()))
      throw new ForbiddenResponse(
          "Nothing is taken here without encryption. Send it to " + there + request.path() + ".");
    var query = request.queryString();
    var path = request.req().getRequestURI() + (query == null ? "" : "?" + query);
    request.redirect(there + path, HttpStatus.PERMANENT_REDIRECT);
    request.skipRemainingHandlers();
  }

  private boolean isInTheClear(Context request) {
    if (request.req().isSecure()) return false;
    return proxies
        .saidScheme(request)
        .map("http"::equals)
        .orElse(settings.httpsPort() >= 0 && !proxies.areNeighbours(request));
  }
}
