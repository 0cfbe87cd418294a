package kept.line.sip;

import org.jspecify.annotations.Nullable;

/// Where a party wants its call to go (RFC 3515): to `user`, or to the far end of the dialog
/// that it has there already (attended, RFC 3891).
public record Referral(String user, String host, @Nullable DialogId replaces) {}
