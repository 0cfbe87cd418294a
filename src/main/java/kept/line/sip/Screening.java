package kept.line.sip;

import gov.nist.javax.sip.header.extensions.SessionExpiresHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sip.header.AcceptHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// What a request must be before anybody looks at what it wants, in the order of RFC 3261,
/// section 8.2.
final class Screening {
  private static final Set<String> METHODS = Set.copyOf(Messages.ALLOWED);
  private static final Set<String> DOMAINS = Set.of("sip", "sips", "tel");

  /// The status that it gets, and the header that says more, once for each value.
  record Objection(int code, String header, List<String> values) {
    Objection(int code) {
      this(code, "", List.of());
    }

    Objection(int code, String header, String value) {
      this(code, header, List.of(value));
    }
  }

  private Screening() {}

  static Optional<Objection> of(SIPRequest request) {
    if (!METHODS.contains(request.getMethod()))
      return Optional.of(new Objection(Response.NOT_IMPLEMENTED));
    var scheme = request.getRequestURI().getScheme();
    if (scheme == null || !DOMAINS.contains(scheme.toLowerCase(Locale.ROOT)))
      return Optional.of(new Objection(Response.UNSUPPORTED_URI_SCHEME));
    var hops = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
    if (hops != null && hops.getMaxForwards() == 0 && !request.getMethod().equals(Request.OPTIONS))
      return Optional.of(new Objection(Response.TOO_MANY_HOPS));
    var unknown = unknownOptions(request);
    if (!unknown.isEmpty())
      return Optional.of(new Objection(Response.BAD_EXTENSION, "Unsupported", unknown));
    return content(request);
  }

  /// A session shorter than ours gets a 422 (RFC 4028, section 8).
  static boolean sessionTooShort(SIPRequest invite, SipSettings settings) {
    return invite.getHeader(SessionExpiresHeader.NAME) instanceof SessionExpiresHeader asked
        && asked.getExpires() < settings.times().leastSession().toSeconds();
  }

  /// Only what we know is said back: `foo, bar` of theirs would be theirs (section 8.2.2.3
  /// asks for it all the same, so tokens come back, shortened).
  private static List<String> unknownOptions(SIPRequest request) {
    if (request.getMethod().equals(Request.ACK) || request.getMethod().equals(Request.CANCEL))
      return List.of();
    var unknown = new ArrayList<String>();
    var each = request.getHeaders("Require");
    while (each.hasNext()) {
      var text = each.next().toString();
      for (var item : text.substring(text.indexOf(':') + 1).split(",")) {
        var option = item.trim();
        if (Messages.SUPPORTED.stream().anyMatch(option::equalsIgnoreCase)) continue;
        if (!option.matches("[A-Za-z0-9.+-]{1,32}")) continue;
        unknown.add(option);
      }
    }
    return unknown;
  }

  private static Optional<Objection> content(SIPRequest request) {
    var method = request.getMethod();
    var type = (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
    boolean session = method.equals(Request.INVITE)
        || method.equals(Request.UPDATE)
        || method.equals(Request.PRACK);
    boolean body = request.getRawContent() != null && request.getRawContent().length > 0;
    if (request.getHeader("Content-Encoding") != null)
      return Optional.of(
          new Objection(Response.UNSUPPORTED_MEDIA_TYPE, "Accept-Encoding", "identity"));
    if (session && body && !isSdp(type))
      return Optional.of(
          new Objection(Response.UNSUPPORTED_MEDIA_TYPE, "Accept", "application/sdp"));
    if (method.equals(Request.INVITE) && !accepts(request))
      return Optional.of(new Objection(Response.NOT_ACCEPTABLE));
    return Optional.empty();
  }

  private static boolean isSdp(ContentTypeHeader type) {
    return type != null
        && type.getContentType().equalsIgnoreCase("application")
        && type.getContentSubType().equalsIgnoreCase("sdp");
  }

  /// No Accept means SDP (section 20.1).
  private static boolean accepts(SIPRequest request) {
    var each = request.getHeaders(AcceptHeader.NAME);
    if (!each.hasNext()) return true;
    while (each.hasNext()) {
      var accept = (AcceptHeader) each.next();
      var type = accept.getContentType();
      if (type.equals("*")) return true;
      if (!type.equalsIgnoreCase("application")) continue;
      var sub = accept.getContentSubType();
      if (sub.equals("*") || sub.equalsIgnoreCase("sdp")) return true;
    }
    return false;
  }
}
