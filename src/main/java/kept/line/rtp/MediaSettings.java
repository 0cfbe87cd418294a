package kept.line.rtp;

import java.net.InetAddress;
import java.time.Duration;

/// Where audio comes in.
///
/// @param bind address that we listen on
/// @param firstPort lowest port of the range, two to a leg
/// @param lastPort highest port of the range
/// @param silence how long a leg may hear nothing before [MediaEvents#silent] is told
public record MediaSettings(InetAddress bind, int firstPort, int lastPort, Duration silence) {
  public MediaSettings {
    if (firstPort < 1 || lastPort > 65535 || lastPort - firstPort < 2)
      throw new IllegalArgumentException("A range of ports holds at least one pair, 1 to 65535.");
    if (!silence.isPositive())
      throw new IllegalArgumentException("Silence lasts longer than nothing.");
  }
}
