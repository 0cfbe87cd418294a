package kept.line.sip;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Proves who we are where a 401 or 407 asks.
final class DigestAnswer {
  private static final SecureRandom RANDOM = new SecureRandom();

  private DigestAnswer() {}

  /// The value of `Authorization` or `Proxy-Authorization`.
  ///
  /// @throws ParseException when it asks for what we do not know
  static String to(Response challenge, Request request, Credentials credentials)
      throws ParseException {
    var name = challenge.getStatusCode() == Response.UNAUTHORIZED
        ? "WWW-Authenticate"
        : "Proxy-Authenticate";
    var challenges = new ArrayList<String>();
    var each = challenge.getHeaders(name);
    while (each.hasNext()) {
      var text = each.next().toString();
      challenges.add(text.substring(text.indexOf(':') + 1).trim());
    }
    return new DigestClient(credentials.user(), credentials.password(), RANDOM)
        .answer(challenges, request.getMethod(), request.getRequestURI().toString())
        .orElseThrow(() -> new ParseException("no digest that we know", 0));
  }
}
