package kept.line.rtp;

import java.util.Arrays;

/// The legs that play what this leg's party says. Read for each packet, so a change makes a
/// new list.
final class Listeners {
  private static final Outgoing[] NOBODY = {};

  private volatile Outgoing[] list = NOBODY;
  private boolean closed;

  /// False when the party is gone.
  synchronized boolean add(Outgoing listener) {
    if (closed || Arrays.asList(list).contains(listener)) return !closed;
    var more = Arrays.copyOf(list, list.length + 1);
    more[list.length] = listener;
    list = more;
    return true;
  }

  synchronized void remove(Outgoing listener) {
    list = Arrays.stream(list).filter(other -> other != listener).toArray(Outgoing[]::new);
  }

  /// Those who listened till now.
  synchronized Outgoing[] close() {
    var last = list;
    closed = true;
    list = NOBODY;
    return last;
  }

  void hear(MediaLeg leg, Scratch scratch) {
    for (var listener : list) listener.relay(leg, scratch);
  }
}
