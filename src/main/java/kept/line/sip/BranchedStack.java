package kept.line.sip;

import gov.nist.javax.sip.SIPConstants;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.SIPTransaction;
import java.util.Locale;
import java.util.Properties;
import javax.sip.PeerUnavailableException;
import org.jspecify.annotations.Nullable;

/// A stack that finds what a CANCEL cancels by its branch, which is that of the INVITE (RFC 3261
/// section 9.1). JAIN-SIP asks each of its transactions, and those of the last half minute are
/// still there: when ten phones stop ringing, that was a quarter of all the work of a call.
final class BranchedStack extends SipStackImpl {

  BranchedStack(Properties properties) throws PeerUnavailableException {
    super(properties);
  }

  /// Theirs when `isServer`, else ours; null when there is none.
  @Override
  public @Nullable SIPTransaction findCancelTransaction(SIPRequest cancel, boolean isServer) {
    var branch = cancel.getTopmostVia().getBranch();
    var key = branch == null ? "" : branch.toLowerCase(Locale.ROOT);
    if (!key.startsWith(SIPConstants.BRANCH_MAGIC_COOKIE_LOWER_CASE))
      return super.findCancelTransaction(cancel, isServer);
    var found = findTransaction(key, isServer);
    return found != null && found.doesCancelMatchTransaction(cancel) ? found : null;
  }
}
