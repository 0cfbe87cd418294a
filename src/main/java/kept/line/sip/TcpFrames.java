package kept.line.sip;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;

/// TCP whose every connection is cut into messages by [StreamFrames].
final class TcpFrames extends NioTcpMessageProcessor {

  TcpFrames(InetAddress address, SIPTransactionStack stack, int port) {
    super(address, stack, port);
  }

  /// One that a peer opened.
  @Override
  public NioTcpMessageChannel createMessageChannel(
      NioTcpMessageProcessor processor, SocketChannel socket) throws IOException {
    var known = NioTcpMessageChannel.getMessageChannel(socket);
    if (known != null) return known;
    var channel = new Channel(processor, socket);
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

  private static final class Channel extends NioTcpMessageChannel {
    private final StreamFrames frames = new StreamFrames();

    Channel(NioTcpMessageProcessor processor, SocketChannel socket) throws IOException {
      super(processor, socket);
      messageProcessor = processor;
    }

    Channel(InetAddress to, int port, TcpFrames processor) throws IOException {
      super(to, port, processor.getSIPStack(), processor);
      isCached = true;
    }

    /// Any exception has the stack close the connection.
    @Override
    protected void addBytes(byte[] bytes) throws Exception {
      super.addBytes(frames.pass(bytes));
    }
  }
}
