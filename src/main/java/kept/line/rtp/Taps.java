package kept.line.rtp;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sinks of one leg. A sink that fails is taken out and said once in the log: it must not
/// cost the call its voice.
final class Taps {
  private static final Logger LOG = LoggerFactory.getLogger(Taps.class);

  private volatile Sink[] sinks = {};

  synchronized void add(Sink sink) {
    if (Arrays.asList(sinks).contains(sink)) return;
    var more = Arrays.copyOf(sinks, sinks.length + 1);
    more[sinks.length] = sink;
    sinks = more;
  }

  synchronized void remove(Sink sink) {
    sinks = Arrays.stream(sinks).filter(other -> !other.equals(sink)).toArray(Sink[]::new);
  }

  void heard(RtpPacket packet, Law law, byte[] bytes) {
    for (var sink : sinks) {
      try {
        sink.heard(packet.position, law, bytes, packet.offset, packet.length);
      } catch (RuntimeException e) {
        fail(sink, e);
      }
    }
  }

  void said(RtpPacket packet, Law law, byte[] bytes) {
    for (var sink : sinks) {
      try {
        sink.said(packet.position, law, bytes, packet.offset, packet.length);
      } catch (RuntimeException e) {
        fail(sink, e);
      }
    }
  }

  private void fail(Sink sink, RuntimeException e) {
    remove(sink);
    LOG.warn("A sink failed and hears nothing more: {}", sink.getClass().getSimpleName(), e);
  }
}
