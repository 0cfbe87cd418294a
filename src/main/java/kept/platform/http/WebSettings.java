package kept.platform.http;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the web edge listens and how it is reached. Port 0 is any free one; -1 for https is none.
///
/// @param belowToo whether every name below ours is to be reached by https alone
public record WebSettings(
    String bind,
    int port,
    int httpsPort,
    @Nullable String publicUrl,
    Set<String> trustedProxies,
    boolean belowToo) {
  /// Saying nothing of the names below ours.
  public WebSettings(
      String bind,
      int port,
      int httpsPort,
      @Nullable String publicUrl,
      Set<String> trustedProxies) {
    this(bind, port, httpsPort, publicUrl, trustedProxies, false);
  }

  /// Without https of our own.
  public WebSettings(
      String bind, int port, @Nullable String publicUrl, Set<String> trustedProxies) {
    this(bind, port, -1, publicUrl, trustedProxies);
  }

  /// True when everybody comes by https, so cookies may insist on it.
  public boolean secure() {
    return publicUrl != null && publicUrl.startsWith("https://");
  }

  /// True when this request came by https, or everybody is to come by it.
  public boolean isSecure(Context request) {
    return secure() || schemeOf(request).equals("https");
  }

  private String schemeOf(Context request) {
    return new Proxies(trustedProxies).schemeOf(request);
  }

  /// Where people reach us: what the owner set, else where this request came in.
  public String origin(Context request) {
    return publicUrl != null ? publicUrl : schemeOf(request) + "://" + request.host();
  }
}
