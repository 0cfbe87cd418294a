package kept.line;

import java.util.List;
import kept.line.rtp.MediaSettings;
import kept.line.rtp.Source;
import kept.line.sdp.Secrecy;
import kept.line.sip.Gate;
import kept.line.sip.SipSettings;
import kept.line.sip.Trunk;

/// Everything that a line is set up with.
///
/// @param secrecy of phones that connect over TLS; everybody else is offered audio in the
/// clear
/// @param music what a party hears that is on hold
/// @param ringBack what a caller hears who was answered and is being passed on
public record LineSettings(
    SipSettings sip,
    MediaSettings media,
    Gate.Guards guards,
    List<Trunk> trunks,
    Secrecy secrecy,
    Source.Clip music,
    Source.Clip ringBack) {}
