package kept.line.sip;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is left of a malformed request when only what its answer must repeat is kept (RFC 3261
/// 8.2.6.2): Via, From, To, Call-ID and CSeq, each read anew.
///
/// Before anybody sees a request the stack compares its method with that of CSeq and its
/// version with ours, and answers 400 or 505 without a transaction. A salvaged request fails
/// just that comparison; it never reaches a listener.
final class Salvage {

  /// The method of a salvaged request, which no CSeq of an answerable one names.
  static final String METHOD = "MALFORMED";

  /// The version of a salvaged request that asked for another SIP; it is told to the peer.
  static final String OTHER_VERSION = "SIP/other";

  private static final int SALT = new SecureRandom().nextInt();

  private static final Pattern VIA =
      Pattern.compile("^SIP[ \t]*+/[ \t]*+2\\.0[ \t]*+/[ \t]*+[A-Za-z0-9-]{1,20}+[ \t]++"
          + "[A-Za-z0-9.:\\[\\]_-]{1,255}+");
  private static final Pattern URI = Pattern.compile("sips?:[A-Za-z0-9@.:_+-]{1,255}+");
  private static final Pattern BRANCH = parameter("branch");
  private static final Pattern TAG = parameter("tag");
  private static final Pattern SEQUENCE =
      Pattern.compile("(?<number>[0-9]{1,40}+)[ \t]++(?<method>[A-Za-z0-9._*%!`'~+-]{1,64}+)");

  private Salvage() {}

  /// Empty where no answer may go: to a response, to an ACK, and to who does not say where
  /// from.
  static Optional<SIPRequest> of(RawMessage raw) {
    if (!raw.isRequest() || raw.startLine().startsWith("ACK")) return Optional.empty();
    var via = read("via", raw);
    var sequence = read("cseq", raw);
    if (via == null || !(sequence instanceof CSeq cseq) || cseq.getMethod().equals("ACK"))
      return Optional.empty();
    try {
      var request = new SIPRequest();
      request.setRequestLine(new StringMsgParser().parseSIPRequestLine("X sip:malformed SIP/2.0"));
      request.addHeader(via);
      attach(request, read("from", raw));
      attach(request, tagged(read("to", raw), raw));
      attach(request, read("call-id", raw));
      request.addHeader(cseq);
      if (isOtherVersion(raw)) {
        request.getRequestLine().setMethod(cseq.getMethod());
        request.getRequestLine().setSipVersion(OTHER_VERSION);
      } else {
        request.getRequestLine().setMethod(METHOD);
      }
      return Optional.of(request);
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void attach(SIPRequest request, @Nullable SIPHeader header) {
    if (header != null) request.addHeader(header);
  }

  /// RFC 3261 8.2.6.2 and 8.2.7: a tag, and the same one for a retransmission.
  private static @Nullable SIPHeader tagged(@Nullable SIPHeader header, RawMessage raw)
      throws ParseException {
    if (header instanceof To to && to.getTag() == null)
      to.setTag(Integer.toHexString(Objects.hash(SALT, raw.first("call-id"), raw.first("from"))));
    return header;
  }

  private static boolean isOtherVersion(RawMessage raw) {
    try {
      return StartLine.read(raw) instanceof StartLine.Request request && !request.isSpoken();
    } catch (MalformedMessage e) {
      return false;
    }
  }

  /// The field as it stands when it is well formed, else what can be read out of it. A control
  /// character is not said back, not even one that is rightly quoted.
  private static @Nullable SIPHeader read(String name, RawMessage raw) {
    var value = raw.first(name).orElse(null);
    if (value == null) return null;
    try {
      if (value.chars().anyMatch(Character::isISOControl)) return mended(name, value);
      FieldRules.checkField(name, value);
      return parsed(name, value);
    } catch (MalformedMessage | ParseException | RuntimeException e) {
      return mended(name, value);
    }
  }

  private static @Nullable SIPHeader mended(String name, String value) {
    try {
      return switch (name) {
        case "via" -> parsed(name, found(VIA, value) + found(BRANCH, value));
        case "from", "to" -> parsed(name, "<" + found(URI, value) + ">" + found(TAG, value));
        case "cseq" -> sequence(value);
        default -> null;
      };
    } catch (ParseException | RuntimeException e) {
      return null;
    }
  }

  private static SIPHeader parsed(String name, String value) throws ParseException {
    return StringMsgParser.parseSIPHeader(name + ": " + value);
  }

  private static String found(Pattern shape, String value) {
    var matcher = shape.matcher(value);
    return matcher.find() ? matcher.group() : "";
  }

  private static Pattern parameter(String name) {
    return Pattern.compile(";[ \t]*+" + name + "[ \t]*+=[ \t]*+[A-Za-z0-9._*%!`'~+-]{1,255}+");
  }

  private static @Nullable CSeq sequence(String value) {
    var matcher = SEQUENCE.matcher(value);
    if (!matcher.matches()) return null;
    return new LargeSequence(matcher.group("number"), matcher.group("method"));
  }

  /// A number too large for the stack (RFC 4475 scalar02), said back as it came.
  private static final class LargeSequence extends CSeq {

    private static final long serialVersionUID = 1L;
    private final String number;

    LargeSequence(String number, String method) {
      super(0, method);
      this.number = number;
    }

    @Override
    protected StringBuilder encodeBody(StringBuilder buffer) {
      return buffer.append(number).append(' ').append(method);
    }
  }
}
