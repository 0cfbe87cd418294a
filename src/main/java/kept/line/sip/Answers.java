package kept.line.sip;

import java.text.ParseException;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers that keep nothing in mind: a refusal of a stranger must not cost a transaction.
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private final JainStack stack;
  private final Messages messages;

  Answers(JainStack stack, Messages messages) {
    this.stack = stack;
    this.messages = messages;
  }

  void plain(Request request, Transport transport, int code) {
    send(request, transport, code, response -> {});
  }

  void objected(Request request, Transport transport, Screening.Objection objection) {
    send(request, transport, objection.code(), response -> {
      // One header for each: the stack does not read lists.
      for (var value : objection.values())
        response.addHeader(messages.header(objection.header(), value));
    });
  }

  void unavailable(Request request, Transport transport, int retrySeconds) {
    send(
        request,
        transport,
        Response.SERVICE_UNAVAILABLE,
        response ->
            response.setHeader(messages.header("Retry-After", String.valueOf(retrySeconds))));
  }

  interface Addition {
    void to(Response response) throws ParseException;
  }

  void send(Request request, Transport transport, int code, Addition addition) {
    if (request.getMethod().equals(Request.ACK)) return; // is never answered
    try {
      var response = messages.response(code, request, Messages.tag());
      addition.to(response);
      stack.provider(transport).sendResponse(response);
    } catch (SipException | ParseException | RuntimeException cannot) {
      LOG.debug("An answer of {} could not be sent.", code, cannot);
    }
  }
}
