/// The sound of a call: RTP and RTCP (RFC 3550), G.711, digits (RFC 4733), SRTP (RFC 3711).
///
/// [Media] owns the ports, two selector loops and one pacer; a [MediaLeg] is one party's
/// audio. A leg has one [Source] and any number of [Sink]s. Nothing is allocated, locked or
/// logged for a packet.
@NullMarked
package kept.line.rtp;

import org.jspecify.annotations.NullMarked;
