package kept.line.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets calls in: nothing above 100 is said before a call is written down, and nobody waits
/// for that without end.
final class Admissions {
  private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);
  /// As long as a request may be sent again (64 T1, RFC 3261, section 17.1.1.2).
  private static final Duration AGAIN = Duration.ofSeconds(32);
  /// When somebody who got a 503 may ask again.
  static final int RETRY_SECONDS = 5;

  private final Signalling signalling;
  private final SipHandler handler;
  private final Answers answers;
  /// By branch: what was decided, 0 while it is not, 100 where the call was let in.
  private final Map<String, Integer> branches = new ConcurrentHashMap<>();
  private final LongAdder turnedAway = new LongAdder();

  Admissions(Signalling signalling, SipHandler handler, Answers answers) {
    this.signalling = signalling;
    this.handler = handler;
    this.answers = answers;
  }

  long turnedAway() {
    return turnedAway.sum();
  }

  /// An INVITE whose sender is known.
  void admit(SIPRequest invite, Transport transport, Invitation invitation) {
    var branch =
        invite.getTopmostVia().getBranch() + transport + invite.getCallId().getCallId();
    var before = branches.putIfAbsent(branch, 0);
    if (before != null) {
      if (before == Response.SERVICE_UNAVAILABLE)
        answers.unavailable(invite, transport, RETRY_SECONDS);
      return;
    }
    var arrival = handler.arriving(invitation);
    var decided = new AtomicBoolean();
    signalling.timers().later(signalling.settings().times().admission(), () -> {
      if (decided.compareAndSet(false, true)) turnAway(invite, transport, branch, arrival);
    });
    arrival.post(() -> {
      boolean admitted = admits(arrival);
      if (!decided.compareAndSet(false, true)) return;
      if (admitted) open(invite, transport, branch, arrival);
      else turnAway(invite, transport, branch, arrival);
    });
  }

  private static boolean admits(SipHandler.Arrival arrival) {
    try {
      return arrival.admit();
    } catch (RuntimeException failed) {
      LOG.warn("A call could not be written down.", failed);
      return false;
    }
  }

  private void open(
      SIPRequest invite, Transport transport, String branch, SipHandler.Arrival arrival) {
    var leg = SipLeg.arriving(signalling, arrival, transport, invite);
    boolean opened = false;
    try {
      opened = leg.open();
    } catch (SipException | InvalidArgumentException | ParseException | RuntimeException failed) {
      LOG.debug("A call could not be taken up.", failed);
      answers.plain(invite, transport, Response.BAD_REQUEST);
    }
    if (opened) arrival.arrived(leg);
    else arrival.turnedAway();
    remember(branch, Response.TRYING);
  }

  private void turnAway(
      SIPRequest invite, Transport transport, String branch, SipHandler.Arrival arrival) {
    turnedAway.increment();
    remember(branch, Response.SERVICE_UNAVAILABLE);
    answers.unavailable(invite, transport, RETRY_SECONDS);
    arrival.post(arrival::turnedAway);
  }

  /// The same INVITE may still wait in the stack's queue, and would be another call.
  private void remember(String branch, int code) {
    branches.put(branch, code);
    signalling.timers().later(AGAIN, () -> branches.remove(branch));
  }
}
