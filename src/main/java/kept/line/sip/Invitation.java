package kept.line.sip;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// A call that wants to be taken, as its INVITE says it. Only `origin` and `source` are
/// proven.
///
/// @param caller the user part of P-Asserted-Identity where a trunk sends it (RFC 3325), else
/// of From
/// @param display the name beside it, not to be trusted
/// @param dialled the user part of the Request-URI
/// @param verstat what the trunk found out about the caller's number (`TN-Validation-Passed`
/// and so on), or null
/// @param sdp their offer, or null where they want ours
/// @param replaces the dialog whose place it takes (RFC 3891), or null
public record Invitation(
    Origin origin,
    String caller,
    String display,
    String dialled,
    @Nullable String verstat,
    @Nullable String sdp,
    @Nullable DialogId replaces,
    String callId,
    InetSocketAddress source,
    Transport transport) {}
