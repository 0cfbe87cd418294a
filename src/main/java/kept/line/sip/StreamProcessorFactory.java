package kept.line.sip;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.NioMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;

/// Hands the stack its sockets (its property `gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY`):
/// UDP with a [Backlog] that has an end, TCP and TLS with [StreamFrames] in front of every
/// connection, whose number has an end ([Connections]).
///
/// The stack's default processors never answer the ping of RFC 5626; those of its NIO do.
/// Public only because the stack makes it by name; nobody else has use for it.
public final class StreamProcessorFactory implements MessageProcessorFactory {
  private final MessageProcessorFactory others = new NioMessageProcessorFactory();
  private final Connections connections = new Connections();

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    if (Transport.TCP.word().equalsIgnoreCase(transport))
      return new TcpFrames(address, stack, port, connections);
    if (Transport.TLS.word().equalsIgnoreCase(transport))
      return new TlsFrames(address, stack, port, connections);
    if (Transport.UDP.word().equalsIgnoreCase(transport))
      return new Datagrams(address, stack, port);
    return others.createMessageProcessor(stack, address, port, transport);
  }
}
