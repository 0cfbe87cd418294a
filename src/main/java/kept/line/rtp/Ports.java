package kept.line.rtp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Hands out pairs of ports from the range.
///
/// The search goes on from the last pair, from a random start: packets that still come for a
/// call that ended seldom meet another's, and nobody outside can tell which port is next. Its
/// own lock guards it; who gives a pair back is a media thread and never waits for the lock,
/// under which others bind sockets.
final class Ports {
  private final MediaSettings settings;
  private final int first;
  private final int pairs;
  private final BitSet taken = new BitSet();
  private final Queue<PortPair> released = new ConcurrentLinkedQueue<>();
  private int next;
  private long refusals;

  Ports(MediaSettings settings) {
    this.settings = settings;
    first = settings.firstPort() + (settings.firstPort() & 1);
    pairs = (settings.lastPort() - first + 1) / 2;
    next = new SecureRandom().nextInt(pairs);
  }

  synchronized PortPair open() throws NoPortLeft {
    for (var pair = released.poll(); pair != null; pair = released.poll())
      taken.clear((pair.port() - first) / 2);
    for (int tried = 0; tried < pairs; tried++) {
      int pair = (next + tried) % pairs;
      if (taken.get(pair)) continue;
      try {
        var opened = PortPair.bind(settings.bind(), first + 2 * pair);
        taken.set(pair);
        next = (pair + 1) % pairs;
        return opened;
      } catch (IOException e) {
        // somebody else listens there: the next pair may do
      }
    }
    refusals++;
    throw new NoPortLeft("No pair of ports from " + first + " to " + settings.lastPort()
        + " can be opened; " + taken.cardinality() + " are in use by calls.");
  }

  void release(PortPair pair) {
    released.add(pair);
  }

  synchronized long refusals() {
    return refusals;
  }
}
