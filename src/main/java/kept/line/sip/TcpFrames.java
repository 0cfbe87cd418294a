package kept.line.sip;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// TCP whose every connection is cut into messages by [StreamFrames].
final class TcpFrames extends NioTcpMessageProcessor {
  private final Connections connections;

  TcpFrames(InetAddress address, SIPTransactionStack stack, int port, Connections connections) {
    super(address, stack, port);
    this.connections = connections;
    Channel.useLockedChannels();
  }

  /// Those of TLS too.
  Connections connections() {
    return connections;
  }

  /// One that a peer opened.
  @Override
  public NioTcpMessageChannel createMessageChannel(
      NioTcpMessageProcessor processor, SocketChannel socket) throws IOException {
    var known = NioTcpMessageChannel.getMessageChannel(socket);
    if (known != null) return known;
    var channel = new Channel(processor, socket, connections.admit(socket));
    NioTcpMessageChannel.putMessageChannel(socket, channel);
    return channel;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort to) throws IOException {
    open(to.getInetAddress(), to.getPort());
    return super.createMessageChannel(to);
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress to, int port) throws IOException {
    open(to, port);
    return super.createMessageChannel(to, port);
  }

  /// The stack takes what is in its map, and only else makes a channel of its own.
  private synchronized void open(InetAddress to, int port) throws IOException {
    var key = MessageChannel.getKey(to, port, transport);
    if (messageChannels.containsKey(key)) return;
    messageChannels.put(key, new Channel(to, port, this));
    selector.wakeup();
  }

  /// The stack has one map of channels for all its threads, TCP's and TLS's, and no lock: an entry
  /// that two of them lose leaves a connection deaf.
  private static final class LockedChannels extends HashMap<SocketChannel, NioTcpMessageChannel> {
    @Override
    public synchronized @Nullable NioTcpMessageChannel get(Object socket) {
      return super.get(socket);
    }

    @Override
    public synchronized @Nullable NioTcpMessageChannel put(
        SocketChannel socket, NioTcpMessageChannel channel) {
      return super.put(socket, channel);
    }

    @Override
    public synchronized @Nullable NioTcpMessageChannel remove(Object socket) {
      return super.remove(socket);
    }
  }

  private static final class Channel extends NioTcpMessageChannel {
    static {
      channelMap = new LockedChannels();
    }

    /// Before any channel is made, since what the map held is forgotten.
    static void useLockedChannels() {}

    private final StreamFrames frames = new StreamFrames();
    /// Of a connection that a peer opened; null where we did.
    private final Connections.@Nullable Guest guest;

    Channel(NioTcpMessageProcessor processor, SocketChannel socket, Connections.Guest guest)
        throws IOException {
      super(processor, socket);
      this.guest = guest;
      messageProcessor = processor;
    }

    Channel(InetAddress to, int port, TcpFrames processor) throws IOException {
      super(to, port, processor.getSIPStack(), processor);
      guest = null;
      isCached = true;
    }

    /// Any exception has the stack close the connection.
    @Override
    protected void addBytes(byte[] bytes) throws Exception {
      var passed = frames.pass(bytes);
      if (guest != null && frames.isWhole()) guest.spoke();
      super.addBytes(passed);
    }
  }
}
