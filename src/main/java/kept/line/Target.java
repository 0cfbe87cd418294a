package kept.line;

import kept.line.sip.Destination;
import kept.line.sip.Identity;

/// Somebody to ring: where, and who calls as they are to see it.
public record Target(Destination to, Identity from) {}
