package kept.phone;

import kept.line.sip.Transport;
import org.jspecify.annotations.Nullable;

/// A provider that carries calls, as the owner set it up.
///
/// @param host a name or a numeric address
/// @param port 0 where the name says it (RFC 3263)
/// @param userName what we prove ourselves with; null where it knows us by our address
/// @param registers whether we register there
/// @param priority lower is tried first
/// @param channels how many calls it carries at once
public record ShopTrunk(
    TrunkId id,
    String name,
    String host,
    int port,
    Transport transport,
    @Nullable String userName,
    boolean registers,
    int priority,
    int channels) {}
