package kept.line.sip;

import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that JAIN-SIP may refuse to do, with the exceptions of its own that nobody
/// outside this package sees.
@FunctionalInterface
interface Sending {
  Logger LOG = LoggerFactory.getLogger(Sending.class);

  void send() throws SipException, InvalidArgumentException, ParseException;

  default void sendOrEnd(SipLeg leg) {
    try {
      send();
    } catch (SipException | InvalidArgumentException | ParseException | RuntimeException failed) {
      LOG.debug("A leg cannot go on.", failed);
      leg.over(Ending.ours(Ending.Cause.FAILED));
    }
  }
}
