package kept.line.rtp;

import java.time.Duration;

/// How a leg's audio fares.
///
/// @param lost packets of theirs that never came, duplicates deducted (RFC 3550, appendix A.3)
/// @param lossFraction of what was to come, 0 to 1
/// @param jitter of what they send (RFC 3550, appendix A.8)
/// @param roundTrip by their last report; zero when unknown
/// @param mos what we hear of them by the E-model, 1 to 4.5
/// @param refused packets from a wrong source, or that failed authentication
public record Quality(
    long packetsHeard,
    long packetsSaid,
    long lost,
    double lossFraction,
    Duration jitter,
    Duration roundTrip,
    double mos,
    long refused) {

  /// A receiver waits for a packet of 20 ms, and about twice the jitter for the late ones.
  private static final double PACKET_MILLIS = 20;

  static Quality of(Reception heard, Rtcp reports, long said, long refused) {
    double loss = heard.lossFraction();
    double jitter = heard.jitterMillis();
    double delay = reports.roundTripMillis() / 2 + PACKET_MILLIS + 2 * jitter;
    double mos = EModel.mos(EModel.rating(delay, loss, EModel.CONCEALED));
    return new Quality(
        heard.received(),
        said,
        heard.lost(),
        loss,
        Duration.ofNanos(Math.round(jitter * 1e6)),
        Duration.ofNanos(Math.round(reports.roundTripMillis() * 1e6)),
        mos,
        refused);
  }
}
