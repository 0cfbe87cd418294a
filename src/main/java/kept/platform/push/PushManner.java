package kept.platform.push;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import kept.platform.Sha256;

/// How a push service is to carry a message (RFC 8030, section 5): how long it may wait for the
/// browser, whether it may wait for a better moment, and which earlier one it replaces there.
public record PushManner(Duration lasts, boolean urgent, String tag) {
  String ttl() {
    return Long.toString(Math.max(0, lasts.toSeconds()));
  }

  String urgency() {
    return urgent ? "high" : "normal";
  }

  /// At most 32 letters that say nothing (section 5.4): the service may read them.
  String topic() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(Sha256.of(tag), 24));
  }
}
