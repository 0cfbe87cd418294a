package kept.line.sip;

import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.SessionExpiresHeader;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.Future;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/// Notices that the other side is gone though nobody hung up: a session that is not refreshed
/// in time ends (RFC 4028).
final class SessionTimer {
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(32);

  private final SipLeg leg;
  private final Signalling signalling;
  private int seconds;
  private boolean ours;
  private @Nullable Future<?> next;

  SessionTimer(SipLeg leg, Signalling signalling) {
    this.leg = leg;
    this.signalling = signalling;
  }

  private int least() {
    return (int) signalling.settings().times().leastSession().toSeconds();
  }

  /// Too small an interval gets a 422 with ours (section 8).
  boolean tooShort(Request request) {
    var asked = (SessionExpiresHeader) request.getHeader(SessionExpiresHeader.NAME);
    return asked != null && asked.getExpires() < least();
  }

  void sayLeast(Message message) throws ParseException {
    message.setHeader(signalling.messages().header(MinSE.NAME, String.valueOf(least())));
  }

  /// In our own INVITE or refresh.
  void propose(Request request) throws ParseException {
    int wish =
        seconds > 0 ? seconds : (int) signalling.settings().times().session().toSeconds();
    var refresher = seconds == 0 ? "" : ours ? ";refresher=uac" : ";refresher=uas";
    request.setHeader(signalling.messages().header(SessionExpiresHeader.NAME, wish + refresher));
  }

  /// They said 422: they want no less than this.
  void atLeast(Message refusal) throws InvalidArgumentException {
    var least = (MinSE) refusal.getHeader(MinSE.NAME);
    if (least != null) seconds = Math.max(seconds, least.getExpires());
  }

  /// Into our 2xx to their INVITE or UPDATE (section 9). Who does not know timers is refreshed
  /// by us.
  void answering(Request request, Message response) throws ParseException {
    boolean theyKnow = Messages.lists(request, "Supported", "timer")
        || Messages.lists(request, "Require", "timer");
    var asked = (SessionExpiresHeader) request.getHeader(SessionExpiresHeader.NAME);
    seconds = asked != null
        ? asked.getExpires()
        : seconds > 0 ? seconds : (int) signalling.settings().times().session().toSeconds();
    var refresher = asked == null ? null : asked.getRefresher();
    ours = "uas".equals(refresher) || !theyKnow;
    response.setHeader(signalling
        .messages()
        .header(SessionExpiresHeader.NAME, seconds + ";refresher=" + (ours ? "uas" : "uac")));
    if (!ours) response.addHeader(signalling.messages().headers().createRequireHeader("timer"));
    restart();
  }

  /// Their 2xx to our INVITE or UPDATE (section 7.2). Without the header nobody watches.
  void answered(Message response) {
    var agreed = (SessionExpiresHeader) response.getHeader(SessionExpiresHeader.NAME);
    if (agreed == null) return;
    seconds = agreed.getExpires();
    ours = !"uas".equals(agreed.getRefresher());
    restart();
  }

  private void restart() {
    stop();
    var whole = Duration.ofSeconds(seconds);
    var third = whole.dividedBy(3);
    var grace = third.compareTo(LONGEST_GRACE) < 0 ? third : LONGEST_GRACE;
    next = ours
        ? signalling.timers().after(whole.dividedBy(2), leg.owner(), leg::refresh)
        : signalling
            .timers()
            .after(whole.minus(grace), leg.owner(), () -> leg.end(Ending.Cause.EXPIRED));
  }

  void stop() {
    if (next != null) next.cancel(false);
  }
}
