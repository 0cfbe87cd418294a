package kept.line.sip;

import java.text.ParseException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Requests of ours outside any call: one goes out, one answer or none comes back.
final class Exchanges {
  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
  private final Signalling signalling;

  Exchanges(Signalling signalling) {
    this.signalling = signalling;
  }

  /// `silent` also when it could not be sent at all. Both on threads of the stack, or on this one.
  void send(Request request, Transport transport, Consumer<Response> answered, Runnable silent) {
    try {
      var transaction = signalling.stack().provider(transport).getNewClientTransaction(request);
      transaction.setApplicationData(new EdgeListener.Exchange() {
        @Override
        public void answered(Response response) {
          if (response.getStatusCode() >= 200) answered.accept(response);
        }

        @Override
        public void silent() {
          silent.run();
        }
      });
      transaction.sendRequest();
    } catch (SipException | RuntimeException cannot) {
      LOG.debug("A request could not be sent.", cannot);
      silent.run();
    }
  }

  /// "Are you there?" (RFC 3261, section 11). Any answer is a yes.
  void ping(Destination to, Runnable there, Runnable gone) {
    try {
      var request = signalling
          .messages()
          .request(
              Request.OPTIONS,
              to,
              new Identity("", "line"),
              Messages.tag(),
              UUID.randomUUID() + "@kept");
      if (to.flow()) Messages.pin(request, to.host(), to.port(), to.transport());
      send(request, to.transport(), response -> there.run(), gone);
    } catch (ParseException | InvalidArgumentException | RuntimeException cannot) {
      LOG.debug("A ping could not be written.", cannot);
      gone.run();
    }
  }
}
