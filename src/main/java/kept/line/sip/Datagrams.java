package kept.line.sip;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// UDP whose datagrams wait in a [Backlog].
final class Datagrams extends UDPMessageProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(Datagrams.class);
  private final LongAdder turnedAway = new LongAdder();

  Datagrams(InetAddress address, SIPTransactionStack stack, int port) throws IOException {
    super(address, stack, port);
    sendFromTheSameSocket(stack);
    messageQueue = new Backlog(() -> System.nanoTime() / 1_000_000, this::turnAway);
  }

  /// Else each message of ours would leave from a port of its own. Only the stack's factory may
  /// say so, which would make its own processor.
  private static void sendFromTheSameSocket(SIPTransactionStack stack) throws IOException {
    try {
      var flag = SIPTransactionStack.class.getDeclaredField("udpFlag");
      flag.setAccessible(true);
      flag.setBoolean(stack, true);
    } catch (ReflectiveOperationException another) {
      throw new IOException("This is another version of the SIP stack.", another);
    }
  }

  long turnedAway() {
    return turnedAway.sum();
  }

  /// On a thread of the stack. The answer goes where the INVITE came from, whatever that says.
  private void turnAway(DatagramPacket invite) {
    turnedAway.increment();
    var answer = Unread.unavailable(invite, Admissions.RETRY_SECONDS);
    if (answer.isEmpty()) return;
    try {
      sock.send(new DatagramPacket(answer.get(), answer.get().length, invite.getSocketAddress()));
    } catch (IOException | RuntimeException cannot) {
      LOG.debug("A call could not be turned away.", cannot);
    }
  }
}
