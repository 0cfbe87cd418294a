package kept.line.sdp;

import kept.line.rtp.Agreement;

/// Our answer to an offer, and what it settles.
///
/// @param sdp to be sent
public record Answered(String sdp, Agreement agreement) {}
