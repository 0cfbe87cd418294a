package kept.line.sip;

import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stack with its sockets: one provider for a transport, since a provider of several
/// answers on the wrong one.
final class JainStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JainStack.class);
  private static final int MANY_THREADS = 4;
  private static final int SOCKET_BUFFER = 4 << 20;
  private static final int LARGEST_MESSAGE = 64 << 10;
  /// JAIN-SIP's own list is of suites that Java no longer has.
  private static final String SUITES = "TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384,"
      + " TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private final String name = "kept-" + UUID.randomUUID();
  private final SipStack stack;
  private final Map<Transport, SipProvider> providers = new EnumMap<>(Transport.class);
  private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);

  JainStack(SipSettings settings, SipListener listener) throws IOException {
    checkAddress(settings);
    var tls = settings.tls();
    if (tls != null) StackSecurity.register(name, tls);
    try {
      stack = new BranchedStack(properties(settings));
      int port = settings.port() == 0 ? free(settings.bind()) : settings.port();
      open(settings, port, Transport.UDP, listener);
      open(settings, port, Transport.TCP, listener);
      if (tls != null && settings.tlsPort() >= 0) {
        int secure = settings.tlsPort() == 0 ? free(settings.bind()) : settings.tlsPort();
        open(settings, secure, Transport.TLS, listener);
      }
      stack.start();
    } catch (IOException cannot) {
      throw cannot;
    } catch (Exception cannot) {
      throw new IOException("The phone line cannot listen: " + cannot.getMessage(), cannot);
    }
  }

  /// The stack takes the first colon of another address for the one before the port.
  private static void checkAddress(SipSettings settings) throws IOException {
    if (settings.advertised() instanceof Inet6Address
        && !settings.advertised().equals(settings.bind()))
      throw new IOException(
          "The phone line cannot say that it is at an IPv6 address other than the one it listens"
              + " at.");
  }

  private void open(SipSettings settings, int port, Transport transport, SipListener listener)
      throws Exception {
    var point =
        stack.createListeningPoint(settings.bind().getHostAddress(), port, transport.word());
    if (!settings.advertised().equals(settings.bind()))
      point.setSentBy(settings.advertised().getHostAddress() + ":" + port);
    var provider = stack.createSipProvider(point);
    provider.addSipListener(listener);
    providers.put(transport, provider);
    ports.put(transport, port);
  }

  SipProvider provider(Transport transport) {
    var provider = providers.get(transport);
    if (provider == null) throw new IllegalStateException("Nobody listens on " + transport);
    return provider;
  }

  Transport transportOf(Object provider) {
    return providers.entrySet().stream()
        .filter(each -> each.getValue().equals(provider))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  boolean speaks(Transport transport) {
    return providers.containsKey(transport);
  }

  /// INVITEs that were too old when their turn came.
  long turnedAway() {
    return processor(Transport.UDP) instanceof Datagrams datagrams ? datagrams.turnedAway() : 0;
  }

  /// Ends the connections that never brought a whole message.
  void sweep(long now) {
    if (processor(Transport.TCP) instanceof TcpFrames frames)
      frames.connections().sweep(now);
  }

  private @Nullable MessageProcessor processor(Transport transport) {
    return provider(transport).getListeningPoints()[0] instanceof ListeningPointImpl point
        ? point.getMessageProcessor()
        : null;
  }

  int port(Transport transport) {
    return ports.getOrDefault(transport, -1);
  }

  @Override
  public void close() {
    for (var provider : providers.values()) {
      try {
        for (var point : provider.getListeningPoints()) stack.deleteListeningPoint(point);
        stack.deleteSipProvider(provider);
      } catch (Exception stays) {
        LOG.debug("A listening point stays.", stays);
      }
    }
    stopAtOnce();
    StackSecurity.forget(name);
  }

  /// The stack sleeps for a second while it stops, though its sockets are closed by then; whoever
  /// is interrupted does not sleep.
  private void stopAtOnce() {
    Thread.currentThread().interrupt();
    try {
      stack.stop();
    } finally {
      Thread.interrupted();
    }
  }

  private Properties properties(SipSettings settings) {
    var properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", name);
    set(properties, "STACK_LOGGER", StackLog.class.getName());
    set(properties, "SERVER_LOGGER", StackServerLog.class.getName());
    set(properties, "MESSAGE_PARSER_FACTORY", StrictParserFactory.class.getName());
    set(properties, "NETWORK_LAYER", StackSockets.class.getName());
    set(properties, "MESSAGE_PROCESSOR_FACTORY", StreamProcessorFactory.class.getName());
    set(properties, "REENTRANT_LISTENER", "true");
    set(properties, "THREAD_POOL_SIZE", MANY_THREADS);
    properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
    set(properties, "IS_BACK_TO_BACK_USER_AGENT", "true");
    set(properties, "DELIVER_UNSOLICITED_NOTIFY", "true");
    set(properties, "RECEIVE_UDP_BUFFER_SIZE", SOCKET_BUFFER);
    set(properties, "SEND_UDP_BUFFER_SIZE", SOCKET_BUFFER);
    set(properties, "MAX_MESSAGE_SIZE", LARGEST_MESSAGE);
    set(properties, "NIO_BLOCKING_MODE", "NONBLOCKING");
    set(properties, "TIMER_CLASS_NAME", StackTimer.class.getName());
    if (settings.tls() != null) {
      set(properties, "ENABLED_CIPHER_SUITES", SUITES);
      set(properties, "TLS_CLIENT_PROTOCOLS", "TLSv1.2, TLSv1.3");
      set(properties, "TLS_CLIENT_AUTH_TYPE", "Disabled");
      set(properties, "SECURITY_MANAGER_PROVIDER", StackSecurity.class.getName());
    }
    return properties;
  }

  private static void set(Properties properties, String key, Object value) {
    properties.setProperty("gov.nist.javax.sip." + key, value.toString());
  }

  /// One that UDP and TCP both have.
  private static int free(InetAddress bind) throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (var tcp = new ServerSocket(0, 1, bind)) {
        try (var udp = new DatagramSocket(tcp.getLocalPort(), bind)) {
          return udp.getLocalPort();
        } catch (IOException taken) {
          LOG.debug("Port {} is free for TCP only.", tcp.getLocalPort());
        }
      }
    }
    throw new IOException("No port is free for UDP and TCP.");
  }
}
