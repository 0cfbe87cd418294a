package kept.line.sip;

import org.jspecify.annotations.Nullable;

/// Where an INVITE goes.
///
/// @param user the number or name that they know, as it stands in front of the `@`
/// @param host a numeric address: what a name means has been looked up
/// @param domain what stands behind the `@`, where it is not `host`
/// @param flow whether this address is where they came from and everything goes there,
/// whatever their Contact says (a phone behind NAT)
/// @param trunk the trunk that carries it, whose calls cost; null for a phone of ours
/// @param credentials what we prove who we are with, if asked
public record Destination(
    String user,
    String host,
    int port,
    Transport transport,
    String domain,
    boolean flow,
    @Nullable String trunk,
    @Nullable Credentials credentials) {}
