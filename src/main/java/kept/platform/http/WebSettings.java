package kept.platform.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the web edge listens and how it is reached. Port 0 is any free one.
public record WebSettings(
    String bind, int port, @Nullable String publicUrl, Set<String> trustedProxies) {
  /// True when everybody comes by https, so cookies may insist on it.
  public boolean secure() {
    return publicUrl != null && publicUrl.startsWith("https://");
  }
}
