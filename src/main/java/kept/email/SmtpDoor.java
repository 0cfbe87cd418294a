package kept.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for mail over SMTP and hands each to a [MailDrop]. One virtual thread per connection.
public final class SmtpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);

  /// A mail that has arrived is stored within a second; after this the client must send it again.
  private static final Duration LAST_MAILS = Duration.ofSeconds(5);

  /// Connections that the system holds while we are busy accepting.
  private static final int BACKLOG = 100;

  /// When the system has no file handles left, asking at once again only burns a core.
  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(200);

  /// `port` 0 means any free one. `tls` null means that STARTTLS is not offered.
  public record Settings(
      InetAddress bind, int port, String hostName, @Nullable SSLContext tls, SmtpLimits limits) {
    public static Settings usual(
        InetAddress bind, int port, String hostName, @Nullable SSLContext tls) {
      return new Settings(bind, port, hostName, tls, SmtpLimits.USUAL);
    }
  }

  private final Settings settings;
  private final MailDrop drop;
  private final InstantSource clock;
  private final ServerSocket listener;

  /// Live connections and their threads. Guarded by itself, as is `perSource`.
  private final Map<SmtpConnection, Thread> live = new HashMap<>();

  private final Map<InetAddress, Integer> perSource = new HashMap<>();

  private SmtpDoor(Settings settings, MailDrop drop, InstantSource clock, ServerSocket listener) {
    this.settings = settings;
    this.drop = drop;
    this.clock = clock;
    this.listener = listener;
  }

  /// Listens when it returns. Throws when the port cannot be had.
  public static SmtpDoor open(Settings settings, MailDrop drop, InstantSource clock) {
    try {
      var listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(settings.bind(), settings.port()), BACKLOG);
      var door = new SmtpDoor(settings, drop, clock, listener);
      Thread.ofVirtual().name("smtp-door").start(door::accept);
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException("SMTP cannot listen on port " + settings.port() + ".", e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// Takes no new mail, lets the mails under way end, and is done within a few seconds.
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var remaining = remaining();
    remaining.keySet().forEach(SmtpConnection::close);
    var deadline = System.nanoTime() + LAST_MAILS.toNanos();
    remaining.forEach((connection, thread) -> await(thread, deadline - System.nanoTime()));
    remaining().keySet().forEach(SmtpConnection::cut);
  }

  private Map<SmtpConnection, Thread> remaining() {
    synchronized (live) {
      return Map.copyOf(live);
    }
  }

  private static void await(Thread thread, long nanos) {
    try {
      thread.join(Duration.ofNanos(Math.max(1, nanos)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        if (listener.isClosed()) return;
        LOG.warn("smtp accept failed: {}", e.getMessage());
        LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    var source = socket.getInetAddress();
    var connection = new SmtpConnection(socket, settings, drop, clock);
    synchronized (live) {
      if (!listener.isClosed() && hasRoomFor(source)) {
        perSource.merge(source, 1, Integer::sum);
        live.put(
            connection, Thread.ofVirtual().name("smtp").unstarted(() -> serve(connection, source)));
      }
      var thread = live.get(connection);
      if (thread != null) {
        thread.start();
        return;
      }
    }
    LOG.info("smtp client={} turned away, too many connections", source.getHostAddress());
    try (socket) {
      new SmtpWire(socket.getInputStream(), socket.getOutputStream())
          .say(SmtpReply.of(421, "4.7.0 Too many connections, try again later"));
    }
  }

  private boolean hasRoomFor(InetAddress source) {
    return live.size() < settings.limits().connections()
        && perSource.getOrDefault(source, 0) < settings.limits().connectionsPerSource();
  }

  private void serve(SmtpConnection connection, InetAddress source) {
    try {
      connection.run();
    } finally {
      synchronized (live) {
        live.remove(connection);
        perSource.computeIfPresent(source, (_, count) -> count > 1 ? count - 1 : null);
      }
    }
  }
}
