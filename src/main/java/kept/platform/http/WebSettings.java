package kept.platform.http;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the web edge listens and how it is reached. Port 0 is any free one.
public record WebSettings(
    String bind, int port, @Nullable String publicUrl, Set<String> trustedProxies) {
  /// True when everybody comes by https, so cookies may insist on it.
  public boolean secure() {
    return publicUrl != null && publicUrl.startsWith("https://");
  }

  /// Where people reach us: what the owner set, else where this request came in.
  public String origin(Context request) {
    return publicUrl != null ? publicUrl : request.scheme() + "://" + request.host();
  }
}
