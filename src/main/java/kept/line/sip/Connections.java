package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The TCP and TLS connections that others opened: so many and no more, so that a stranger who
/// opens a thousand leaves room for the phones.
///
/// One for a stack. The stack's readers admit and [#sweep] is called again and again.
final class Connections {
  /// Of everybody: a large shop's phones and its trunks, several times over.
  static final int MOST = 200;

  /// Of one source, which may be an office behind one address. An IPv6 network of 64 bits is one
  /// source, since whoever has one address of it has them all.
  static final int MOST_OF_ONE_SOURCE = 20;

  /// So long the first whole message may take; a phone sends it at once.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int NETWORK_BYTES = 8;

  /// Guarded by this. Short enough to be counted through.
  private final List<Guest> guests = new ArrayList<>();

  /// Closes what there is no room for.
  synchronized Guest admit(SocketChannel socket) throws IOException {
    guests.removeIf(Guest::isGone);
    var source = source(socket.socket().getInetAddress());
    long ofOne = guests.stream().filter(each -> each.source.equals(source)).count();
    if (guests.size() >= MOST || ofOne >= MOST_OF_ONE_SOURCE) {
      socket.close();
      throw new IOException("There is no room for another connection.");
    }
    var guest = new Guest(socket, source, System.nanoTime());
    guests.add(guest);
    return guest;
  }

  /// Ends the connections that never brought a whole message.
  synchronized void sweep(long now) {
    guests.removeIf(Guest::isGone);
    for (var guest : guests)
      if (!guest.spoke && now - guest.since > PATIENCE.toNanos()) guest.leave();
  }

  private static ByteBuffer source(InetAddress address) {
    var bytes = address.getAddress();
    return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
  }

  /// One of them.
  static final class Guest {
    private final SocketChannel socket;
    private final ByteBuffer source;
    private final long since;
    private volatile boolean spoke;
    /// Guarded by the connections, as are the others'.
    private boolean asked;

    private Guest(SocketChannel socket, ByteBuffer source, long since) {
      this.socket = socket;
      this.source = source;
      this.since = since;
    }

    /// It brought a whole message.
    void spoke() {
      spoke = true;
    }

    private boolean isGone() {
      return !socket.isOpen();
    }

    /// At first its reader sees the end and tidies up; what nobody reads is closed the next time.
    private void leave() {
      try {
        if (asked) socket.close();
        else socket.shutdownInput();
      } catch (IOException gone) {
        LOG.debug("A connection went by itself.", gone);
      }
      asked = true;
    }
  }
}
