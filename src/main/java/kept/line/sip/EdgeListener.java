package kept.line.sip;

import gov.nist.javax.sip.DialogExt;
import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ReleaseReferencesStrategy;
import gov.nist.javax.sip.SipListenerExt;
import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.TimeoutEvent;
import javax.sip.Transaction;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where everything that the stack hears arrives, on its threads: finds whose it is and posts
/// it there. Nothing that a peer sends gets past here as an exception.
final class EdgeListener implements SipListenerExt {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeListener.class);
  private final LongAdder failures = new LongAdder();
  private final CompletableFuture<SipEdge> edge = new CompletableFuture<>();

  /// The stack wants its listener before there is anything to listen for: what arrives till then
  /// waits.
  void listenFor(SipEdge opened) {
    edge.complete(opened);
  }

  long failures() {
    return failures.sum();
  }

  @Override
  public void processRequest(RequestEvent event) {
    guarded(opened -> {
      var request = (SIPRequest) event.getRequest();
      var transport = opened.transportOf(event.getSource());
      if (event.getDialog() != null
          && event.getDialog().getApplicationData() instanceof SipLeg leg
          && inside(request)) {
        leg.owner().post(() -> leg.traffic().request(event));
      } else if (request.getMethod().equals(Request.CANCEL)) {
        cancel(opened, event, request, transport);
      } else if (!request.getMethod().equals(Request.ACK)) {
        opened.arrived(request, transport);
      }
    });
  }

  private static boolean inside(SIPRequest request) {
    return request.getToTag() != null && !request.getMethod().equals(Request.CANCEL);
  }

  private static void cancel(
      SipEdge opened, RequestEvent event, SIPRequest request, Transport transport)
      throws ParseException {
    var leg = Uas.cancelledBy(event);
    if (leg != null) leg.owner().post(() -> leg.traffic().request(event));
    else opened.cancelled(request, transport);
  }

  @Override
  public void processResponse(ResponseEvent event) {
    guarded(opened -> {
      var leg = legOf(event.getClientTransaction());
      if (leg == null
          && event.getDialog() != null
          && event.getDialog().getApplicationData() instanceof SipLeg known) leg = known;
      if (leg != null) {
        var found = leg;
        found.owner().post(() -> found.traffic().response(event));
      } else if (event.getClientTransaction() != null
          && event.getClientTransaction().getApplicationData() instanceof Exchange exchange) {
        exchange.answered(event.getResponse());
      }
    });
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    guarded(opened -> {
      if (event.isServerTransaction()) {
        var leg = legOf(event.getServerTransaction());
        if (leg != null) leg.owner().post(() -> leg.traffic().timedOut(null));
        return;
      }
      var transaction = event.getClientTransaction();
      var leg = legOf(transaction);
      if (leg != null) leg.owner().post(() -> leg.traffic().timedOut(transaction));
      else if (transaction.getApplicationData() instanceof Exchange exchange) exchange.silent();
    });
  }

  @Override
  public void processDialogTimeout(DialogTimeoutEvent event) {
    guarded(opened -> {
      if (event.getDialog().getApplicationData() instanceof SipLeg leg
          && event.getReason() == DialogTimeoutEvent.Reason.AckNotReceived)
        leg.owner().post(() -> leg.end(Ending.Cause.NOT_ACKNOWLEDGED));
    });
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    LOG.debug("The network took nothing for {}.", Printable.of(String.valueOf(event.getHost())));
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    guarded(opened -> {
      if (event.getDialog().getApplicationData() instanceof SipLeg leg)
        leg.owner().post(() -> leg.traffic().dialogGone(event.getDialog()));
      release(event.getDialog());
    });
  }

  /// No message finds it any more, but its transactions hold it half a minute longer, and it
  /// every message of the call.
  private static void release(Dialog gone) {
    gone.setApplicationData(null);
    if (gone instanceof DialogExt known)
      known.setReleaseReferencesStrategy(ReleaseReferencesStrategy.Aggressive);
  }

  private static @Nullable SipLeg legOf(@Nullable Transaction transaction) {
    return transaction != null && transaction.getApplicationData() instanceof SipLeg leg
        ? leg
        : null;
  }

  private interface Work {
    void on(SipEdge opened) throws ParseException;
  }

  private void guarded(Work work) {
    try {
      work.on(edge.join());
    } catch (ParseException | RuntimeException failed) {
      failures.increment();
      LOG.debug("A message could not be handled.", failed);
    }
  }

  /// For the rare request that waits for its answer outside any call: a REGISTER of ours, a
  /// ping.
  interface Exchange {
    void answered(Response response);

    void silent();
  }
}
