package kept.line.rtp;

import java.util.Arrays;

/// Who plays what this leg's party says. Read for each packet, so a change makes a new list.
final class Listeners {
  private static final Listener[] NOBODY = {};

  private volatile Listener[] list = NOBODY;
  private boolean closed;

  /// False when the party is gone.
  synchronized boolean add(Listener listener) {
    if (closed || Arrays.asList(list).contains(listener)) return !closed;
    var more = Arrays.copyOf(list, list.length + 1);
    more[list.length] = listener;
    list = more;
    return true;
  }

  synchronized void remove(Listener listener) {
    list = Arrays.stream(list).filter(other -> !other.equals(listener)).toArray(Listener[]::new);
  }

  /// Those who listened till now.
  synchronized Listener[] close() {
    var last = list;
    closed = true;
    list = NOBODY;
    return last;
  }

  void hear(MediaLeg leg, Scratch scratch) {
    for (var listener : list) listener.hear(leg, scratch);
  }
}
