package kept.line.sip;

import java.util.Locale;

/// What carries SIP (RFC 3261, section 18).
public enum Transport {
  UDP,
  TCP,
  TLS;

  /// As JAIN-SIP and a URI parameter say it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
