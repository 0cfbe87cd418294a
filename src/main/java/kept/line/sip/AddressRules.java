package kept.line.sip;

import java.util.Locale;
import java.util.regex.Pattern;

/// What an address and a URI must look like before they are parsed (RFC 3261 19.1 and 20.10).
///
/// Of a scheme that we do not know only the outer form is checked: that gets 416, not 400.
final class AddressRules {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+");

  /// Underscores are in no host name of RFC 1034, but in many a local network.
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,255})(?::([0-9]{1,5}))?");

  private static final Pattern COLON = Pattern.compile("[ \t]*+:[ \t]*+");

  private static final int MOST_PORT = 65_535;

  private AddressRules() {}

  /// A list of addresses: `Contact`, `Route` and the like.
  static void checkList(String value) throws MalformedMessage {
    if (value.equals("*")) return;
    var cursor = new FieldCursor(value);
    do address(cursor);
    while (cursor.take(','));
    if (!cursor.atEnd()) throw new MalformedMessage("more than addresses");
  }

  /// One address: `From`, `To`, `Refer-To`.
  static void checkOne(String value) throws MalformedMessage {
    var cursor = new FieldCursor(value);
    address(cursor);
    if (!cursor.atEnd()) throw new MalformedMessage("more than one address");
  }

  /// RFC 3261 19.1.1: a Request-URI carries no headers (RFC 4475 escruri), and no brackets
  /// (ltgtruri).
  static void checkRequestUri(String uri) throws MalformedMessage {
    checkUri(uri);
    if (isSip(uri) && uri.indexOf('?', uri.indexOf('@') + 1) >= 0)
      throw new MalformedMessage("headers in a request URI");
  }

  /// RFC 3261 20.42: protocol, version and transport, then who sent it.
  static void checkVia(String value) throws MalformedMessage {
    var cursor = new FieldCursor(value);
    do {
      cursor.token();
      if (!cursor.take('/')) throw new MalformedMessage("Via without a version");
      cursor.token();
      if (!cursor.take('/')) throw new MalformedMessage("Via without a transport");
      cursor.token();
      if (cursor.atEnd()) throw new MalformedMessage("Via without a host");
      checkHost(COLON.matcher(cursor.until(";,").strip()).replaceAll(":"));
      cursor.parameters();
    } while (cursor.take(','));
    if (!cursor.atEnd()) throw new MalformedMessage("more than Via");
  }

  private static void address(FieldCursor cursor) throws MalformedMessage {
    if (cursor.sees('"')) {
      cursor.unquoted();
      if (!cursor.sees('<')) throw new MalformedMessage("a name without an address");
      bracketed(cursor);
    } else {
      var text = cursor.until("<\",;").strip();
      if (cursor.sees('<')) {
        checkDisplayName(text);
        bracketed(cursor);
      } else {
        bare(text);
      }
    }
    cursor.parameters();
  }

  private static void bracketed(FieldCursor cursor) throws MalformedMessage {
    cursor.take('<');
    if (cursor.atEnd()) throw new MalformedMessage("a bracket that never closes");
    var uri = cursor.until(">");
    if (!cursor.take('>')) throw new MalformedMessage("a bracket that never closes");
    checkUri(uri);
  }

  /// Without brackets nobody can tell whose the question mark is (RFC 4475 regbadct).
  private static void bare(String uri) throws MalformedMessage {
    checkUri(uri);
    if (uri.indexOf('?') >= 0) throw new MalformedMessage("a question mark without brackets");
  }

  /// Tokens and blanks (RFC 4475 baddn); letters beyond ASCII without quotes are forgiven.
  private static void checkDisplayName(String name) throws MalformedMessage {
    for (var at = 0; at < name.length(); at++) {
      var c = name.charAt(at);
      var fits = FieldCursor.isTokenCharacter(c) || c == ' ' || c == '\t' || c >= 0x80;
      if (!fits) throw new MalformedMessage("a name that needs quotes");
    }
  }

  private static void checkUri(String uri) throws MalformedMessage {
    for (var at = 0; at < uri.length(); at++) {
      var c = uri.charAt(at);
      if (c <= ' ' || c >= 0x7F || c == '<' || c == '>' || c == '"')
        throw new MalformedMessage("a character that is in no URI");
    }
    var colon = uri.indexOf(':');
    if (colon < 1 || !SCHEME.matcher(uri.substring(0, colon)).matches())
      throw new MalformedMessage("a URI without a scheme");
    if (isSip(uri)) checkSipUri(uri.substring(colon + 1));
  }

  private static void checkSipUri(String rest) throws MalformedMessage {
    checkEscapes(rest);
    var user = rest.indexOf('@');
    if (user == 0) throw new MalformedMessage("an address of nobody");
    var end = user + 1;
    while (end < rest.length() && rest.charAt(end) != ';' && rest.charAt(end) != '?') end++;
    checkHost(rest.substring(user + 1, end));
  }

  private static void checkEscapes(String text) throws MalformedMessage {
    for (var at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length()
          || Character.digit(text.charAt(at + 1), 16) < 0
          || Character.digit(text.charAt(at + 2), 16) < 0)
        throw new MalformedMessage("an escape without two digits");
    }
  }

  private static void checkHost(String hostAndPort) throws MalformedMessage {
    var matcher = HOST_AND_PORT.matcher(hostAndPort);
    if (!matcher.matches()) throw new MalformedMessage("no host");
    var port = matcher.group(1);
    if (port != null && Integer.parseInt(port) > MOST_PORT)
      throw new MalformedMessage("no such port");
  }

  private static boolean isSip(String uri) {
    var lower = uri.substring(0, Math.min(5, uri.length())).toLowerCase(Locale.ROOT);
    return lower.startsWith("sip:") || lower.startsWith("sips:");
  }
}
