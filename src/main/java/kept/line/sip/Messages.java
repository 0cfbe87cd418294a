package kept.line.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.address.TelURLImpl;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Writes requests and responses with what all of ours carry.
final class Messages {
  static final List<String> ALLOWED = List.of(
      "INVITE",
      "ACK",
      "CANCEL",
      "BYE",
      "OPTIONS",
      "PRACK",
      "UPDATE",
      "INFO",
      "REFER",
      "NOTIFY",
      "REGISTER");
  static final List<String> SUPPORTED = List.of("100rel", "timer", "replaces");
  private static final int MAX_FORWARDS = 70;

  private final JainStack stack;
  private final SipSettings settings;
  private final HeaderFactory headers;
  private final AddressFactory addresses;
  private final MessageFactory messages;

  Messages(JainStack stack, SipSettings settings) {
    this.stack = stack;
    this.settings = settings;
    try {
      var factory = SipFactory.getInstance();
      headers = factory.createHeaderFactory();
      addresses = factory.createAddressFactory();
      messages = factory.createMessageFactory();
    } catch (PeerUnavailableException never) {
      throw new IllegalStateException("JAIN-SIP is not on the class path.", never);
    }
  }

  static String tag() {
    return UUID.randomUUID().toString().substring(24);
  }

  HeaderFactory headers() {
    return headers;
  }

  /// Everything above 100 carries a To tag (RFC 3261, section 8.2.6.2).
  Response response(int code, Request request, String localTag) throws ParseException {
    var response = messages.createResponse(code, request);
    var to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (code > 100 && to.getTag() == null) to.setTag(localTag);
    response.setHeader(headers.createServerHeader(List.of(settings.product())));
    if (code == Response.METHOD_NOT_ALLOWED
        || (code == Response.OK && !request.getMethod().equals(Request.BYE))) says(response);
    return response;
  }

  /// What we can do (RFC 3261, sections 20.5 and 20.37).
  void says(Message message) throws ParseException {
    message.removeHeader("Allow");
    message.removeHeader("Supported");
    for (var method : ALLOWED) message.addHeader(headers.createAllowHeader(method));
    for (var option : SUPPORTED) message.addHeader(headers.createSupportedHeader(option));
  }

  Request invite(Destination to, Identity from, String localTag, String callId)
      throws ParseException, InvalidArgumentException {
    return request(Request.INVITE, to, from, localTag, callId);
  }

  /// Outside any dialog, to a destination.
  Request request(String method, Destination to, Identity from, String localTag, String callId)
      throws ParseException, InvalidArgumentException {
    var fromUri = addresses.createSipURI(from.user(), host());
    var fromAddress = addresses.createAddress(fromUri);
    if (!from.display().isBlank()) fromAddress.setDisplayName(from.display());
    var toUri = uri(to.user(), to.domain());
    var request = messages.createRequest(
        uri(to),
        method,
        headers.createCallIdHeader(callId),
        headers.createCSeqHeader(1L, method),
        headers.createFromHeader(fromAddress, localTag),
        headers.createToHeader(addresses.createAddress(toUri), null),
        List.of(via(to.transport())),
        headers.createMaxForwardsHeader(MAX_FORWARDS));
    request.setHeader(headers.createUserAgentHeader(List.of(settings.product())));
    if (method.equals(Request.INVITE)) {
      request.setHeader(contact(to.transport()));
      says(request);
    }
    return request;
  }

  ViaHeader via(Transport transport) throws ParseException, InvalidArgumentException {
    var via = headers.createViaHeader(host(), stack.port(transport), transport.word(), null);
    via.setRPort();
    return via;
  }

  ContactHeader contact(Transport transport) throws ParseException {
    return contact("line", transport);
  }

  /// Where this user is reached who registers somewhere else: what is called there comes back in
  /// the Request-URI.
  ContactHeader contact(String user, Transport transport) throws ParseException {
    var uri = addresses.createSipURI(user, host());
    uri.setPort(stack.port(transport));
    if (transport != Transport.UDP) uri.setTransportParam(transport.word());
    return headers.createContactHeader(addresses.createAddress(uri));
  }

  SipURI uri(Destination to) throws ParseException {
    var uri = uri(to.user(), to.host());
    uri.setPort(to.port());
    if (to.transport() != Transport.UDP) uri.setTransportParam(to.transport().word());
    return uri;
  }

  private SipURI uri(String user, String host) throws ParseException {
    return addresses.createSipURI(user.isEmpty() ? null : user, bracketed(host));
  }

  void body(Message message, String sdp) throws ParseException {
    message.setContent(sdp, headers.createContentTypeHeader("application", "sdp"));
  }

  void fragment(Message message, String line) throws ParseException {
    var type = headers.createContentTypeHeader("message", "sipfrag");
    type.setParameter("version", "2.0");
    message.setContent(line, type);
  }

  Header header(String name, String value) throws ParseException {
    return headers.createHeader(name, value);
  }

  Address address(String text) throws ParseException {
    return addresses.createAddress(text);
  }

  /// The body as text, or null where there is none.
  static @Nullable String sdp(Message message) {
    var raw = message.getRawContent();
    return raw == null || raw.length == 0
        ? null
        : new String(raw, java.nio.charset.StandardCharsets.UTF_8);
  }

  static @Nullable String value(Message message, String name) {
    var header = message.getHeader(name);
    if (header == null) return null;
    var text = header.toString();
    return text.substring(text.indexOf(':') + 1).trim();
  }

  /// Whether a list header names this, in any of its lines.
  static boolean lists(Message message, String header, String word) {
    var each = message.getHeaders(header);
    while (each.hasNext()) {
      var text = each.next().toString();
      for (var item : text.substring(text.indexOf(':') + 1).split(","))
        if (item.trim().equalsIgnoreCase(word)) return true;
    }
    return false;
  }

  /// Sends every later request of this dialog where the other side was seen, not where it says
  /// it is.
  static void pin(Request request, String host, int port, Transport transport)
      throws ParseException {
    if (request.getHeader("Route") != null || !(request.getRequestURI() instanceof SipUri uri))
      return;
    uri.setHost(bracketed(host));
    uri.setPort(port);
    if (transport != Transport.UDP) uri.setTransportParam(transport.word());
  }

  /// The number or name in a URI, without parameters; empty where it has none.
  static String user(URI uri) {
    if (uri instanceof TelURLImpl tel) return (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber();
    var user = uri instanceof SipUri sip ? sip.getUser() : null;
    if (user == null) return "";
    int parameters = user.indexOf(';'); // sip:+15551234;verstat=…@host
    return parameters < 0 ? user : user.substring(0, parameters);
  }

  private String host() {
    return bracketed(settings.advertised().getHostAddress());
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
