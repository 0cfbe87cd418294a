package kept.line.sip;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A provider that carries calls to and from the public network.
///
/// @param host a name (looked up by RFC 3263) or a numeric address
/// @param port 0 where the name says it
/// @param credentials what we register and prove ourselves with; null where it knows us by our
/// address
/// @param registers whether we REGISTER there
/// @param priority lower is tried first
/// @param channels how many calls at once
/// @param ping between two OPTIONS that ask whether it is there
public record Trunk(
    String name,
    String host,
    int port,
    Transport transport,
    @Nullable Credentials credentials,
    boolean registers,
    int priority,
    int channels,
    Duration ping) {}
