package kept.line.sip;

import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the bytes of a message against RFC 3261 before the stack's lenient parser sees them.
///
/// That parser answers what it cannot read with the whole message as a body, so no failure
/// reaches it. A bad request that can be answered comes back as a `Salvage`, to which the
/// stack itself says 400 or 505; anything else is dropped: a datagram as `null`, a stream's
/// message by an exception that carries no byte of it. One parser serves one channel, but
/// holds nothing: threads may share it.
final class StrictParser implements MessageParser {

  private static final List<String> REQUIRED = List.of("via", "from", "to", "call-id", "cseq");

  /// RFC 3261 8.1.1.7: what every branch begins with, and what alone is none (RFC 4475
  /// badbranch).
  private static final String MAGIC_COOKIE = "z9hG4bK";

  /// RFC 3261 16.6: what a request without it (RFC 2543) is given.
  private static final String DEFAULT_FORWARDS = "70";

  private final StringMsgParser parser = new StringMsgParser();

  /// `readBody` tells a datagram from the headers that were cut out of a stream.
  @Override
  public @Nullable SIPMessage parseSIPMessage(
      byte[] bytes, boolean readBody, boolean strict, @Nullable ParseExceptionListener listener)
      throws ParseException {
    if (isKeepAlive(bytes)) return null;
    RawMessage raw = null;
    try {
      raw = RawMessage.cut(bytes, readBody);
      return unaimed(read(raw, readBody));
    } catch (MalformedMessage malformed) {
      var salvaged = raw == null ? null : Salvage.of(raw).orElse(null);
      if (salvaged == null && !readBody) throw new ParseException("malformed", 0);
      return salvaged == null ? null : unaimed(salvaged);
    }
  }

  /// An answer goes back to where the request came from. The stack would follow what the
  /// sender says of that, and throw our answers at whoever is named.
  private static SIPMessage unaimed(SIPMessage message) {
    if (message instanceof SIPRequest request && request.getTopmostVia() != null) {
      request.getTopmostVia().removeParameter("maddr");
      request.getTopmostVia().removeParameter("received");
    }
    return message;
  }

  /// The message, or what is wrong with it.
  SIPMessage read(byte[] bytes, boolean datagram) throws MalformedMessage {
    return read(RawMessage.cut(bytes, datagram), datagram);
  }

  private SIPMessage read(RawMessage raw, boolean datagram) throws MalformedMessage {
    var start = StartLine.read(raw);
    FieldRules.check(raw);
    for (var name : REQUIRED) {
      if (raw.first(name).isEmpty()) throw new MalformedMessage("a required field is missing");
    }
    var fitted = datagram ? fitBody(raw) : raw;
    if (start instanceof StartLine.Request request) {
      checkRequest(request, raw);
      if (raw.first("max-forwards").isEmpty())
        fitted = fitted.with("Max-Forwards", DEFAULT_FORWARDS);
    }
    return parse(fitted, datagram);
  }

  /// RFC 3261 18.3: a datagram's body has the length it says; more is thrown away (RFC 4475
  /// dblreq), less is an error (clerr), and without a length it runs to the end.
  private static RawMessage fitBody(RawMessage raw) throws MalformedMessage {
    var told = raw.first("content-length");
    if (told.isEmpty())
      return raw.with("Content-Length", Integer.toString(raw.body().length()));
    var length = Integer.parseInt(told.get());
    if (length > raw.body().length()) throw new MalformedMessage("a body shorter than it says");
    return raw.withBody(raw.body().substring(0, length));
  }

  private static void checkRequest(StartLine.Request request, RawMessage raw)
      throws MalformedMessage {
    if (!request.isSpoken()) throw new MalformedMessage("another version of SIP");
    AddressRules.checkRequestUri(request.uri());
    var sequence = raw.first("cseq").orElseThrow();
    int blank = Math.max(sequence.lastIndexOf(' '), sequence.lastIndexOf('\t'));
    if (!sequence.substring(blank + 1).equals(request.method()))
      throw new MalformedMessage("CSeq of another method");
  }

  private SIPMessage parse(RawMessage raw, boolean datagram) throws MalformedMessage {
    SIPMessage message;
    try {
      message = parser.parseSIPMessage(raw.bytes(), datagram, false, StrictParser::judge);
    } catch (ParseException | RuntimeException e) {
      throw new MalformedMessage("the parser behind refused it");
    }
    if (message == null || message.getTopmostVia() == null)
      throw new MalformedMessage("the parser behind found no message");
    var branch = message.getTopmostVia().getBranch();
    if (message instanceof SIPRequest && MAGIC_COOKIE.equalsIgnoreCase(branch))
      throw new MalformedMessage("a branch that names no transaction");
    return message;
  }

  /// Called by the parser behind for a first line or a field that it cannot read.
  private static void judge(
      ParseException why, SIPMessage message, Class<?> type, String field, String all)
      throws ParseException {
    var colon = field.indexOf(':');
    var name = colon < 0 ? field : field.substring(0, colon);
    var isFirst = type == RequestLine.class || type == StatusLine.class;
    if (type == null || isFirst || HeaderName.isHeeded(HeaderName.canonical(name.strip())))
      throw why;
  }

  /// Blank lines and zeros keep a way through a NAT open (RFC 5626 3.5.1) and mean nothing
  /// else.
  private static boolean isKeepAlive(byte[] bytes) {
    for (var b : bytes) {
      if (b != '\r' && b != '\n' && b != 0 && b != ' ') return false;
    }
    return true;
  }
}
