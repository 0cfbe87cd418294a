package kept.line.rtp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// What offer and answer settled for one leg's audio.
///
/// @param law both ways
/// @param digits payload type of telephone-event (RFC 4733) that we send, -1 where they do not
/// know it
/// @param packetMillis milliseconds of audio in a packet that we send: 10, 20, 30, 40 or 60
/// @param rtp where they said they listen; the latch may find them elsewhere
/// @param rtcp where their reports come to
/// @param direction what we do
/// @param srtp keys, or null where the stream is in the clear
/// @param payloadType of `law` on this leg: the static one, or the dynamic one they named it
/// by
/// @param digitsHeard payload type of the telephone-events that they send: the one that we
/// named
public record Agreement(
    Law law,
    int digits,
    int packetMillis,
    InetSocketAddress rtp,
    InetSocketAddress rtcp,
    Direction direction,
    @Nullable SrtpKeys srtp,
    int payloadType,
    int digitsHeard) {

  /// As nearly everybody agrees: the law's static payload type, one number for digits both
  /// ways.
  public Agreement(
      Law law,
      int digits,
      int packetMillis,
      InetSocketAddress rtp,
      InetSocketAddress rtcp,
      Direction direction,
      @Nullable SrtpKeys srtp) {
    this(law, digits, packetMillis, rtp, rtcp, direction, srtp, law.payloadType(), digits);
  }
}
