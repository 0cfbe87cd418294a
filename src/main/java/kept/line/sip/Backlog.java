package kept.line.sip;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import java.net.DatagramPacket;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Datagrams that wait for a thread of the stack.
///
/// Whoever is asked for more than he can do must not spend himself on what nobody waits for
/// any more: a new call that has waited too long is turned away unread, so that those already
/// let in go on. What belongs to a call is always handed out.
final class Backlog extends LinkedBlockingQueue<DatagramQueuedMessageDispatch> {
  private static final long serialVersionUID = 1L;

  /// Its sender has asked again by then (T1 is half a second, RFC 3261, section 17.1.1.1).
  static final Duration TOO_LATE = Duration.ofSeconds(1);

  /// About ten megabytes of INVITEs.
  private static final int MOST = 10_000;

  private final transient LongSupplier millis;
  private final transient Consumer<DatagramPacket> turnAway;

  /// @param millis a clock that is never set
  Backlog(LongSupplier millis, Consumer<DatagramPacket> turnAway) {
    super(MOST);
    this.millis = millis;
    this.turnAway = turnAway;
  }

  /// Stamped anew: the stack's stamp is the time of day.
  @Override
  public boolean offer(DatagramQueuedMessageDispatch arrived) {
    return super.offer(new DatagramQueuedMessageDispatch(arrived.packet, millis.getAsLong()));
  }

  @Override
  public DatagramQueuedMessageDispatch take() throws InterruptedException {
    while (true) {
      var next = super.take();
      boolean late = millis.getAsLong() - next.getReceptionTime() > TOO_LATE.toMillis();
      if (!late || !Unread.mayBeNewCall(next.packet)) return next;
      turnAway.accept(next.packet);
    }
  }
}
