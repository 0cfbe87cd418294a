package kept.line.sip;

/// Walks the value of a header field by the basic rules of RFC 3261 25.1, without looking
/// back: no input makes it slow or deep.
final class FieldCursor {

  private final String text;
  private int at;

  FieldCursor(String text) {
    this.text = text;
  }

  static boolean isToken(String word) {
    for (var at = 0; at < word.length(); at++) if (!isTokenCharacter(word.charAt(at))) return false;
    return !word.isEmpty();
  }

  static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-.!%*_+`'~".indexOf(c) >= 0;
  }

  boolean atEnd() {
    skipBlanks();
    return at == text.length();
  }

  boolean sees(char c) {
    skipBlanks();
    return at < text.length() && text.charAt(at) == c;
  }

  /// Takes this separator with the blanks around it (the SEMI, COMMA, SLASH of the grammar).
  boolean take(char separator) {
    if (!sees(separator)) return false;
    at++;
    skipBlanks();
    return true;
  }

  /// What stands here up to one of the stops; empty when a stop stands here.
  String until(String stops) {
    var from = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) at++;
    return text.substring(from, at);
  }

  String token() throws MalformedMessage {
    skipBlanks();
    var from = at;
    while (at < text.length() && isTokenCharacter(text.charAt(at))) at++;
    if (from == at) throw new MalformedMessage("a token is missing");
    return text.substring(from, at);
  }

  /// The quoted string that stands here, as it is meant: a backslash lets any character stand
  /// for itself (RFC 4475 quotbal).
  String unquoted() throws MalformedMessage {
    if (!sees('"')) throw new MalformedMessage("a quote is missing");
    var meant = new StringBuilder();
    for (at++; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"') {
        at++;
        return meant.toString();
      }
      if (c == '\\') at++;
      if (at < text.length()) meant.append(text.charAt(at));
    }
    throw new MalformedMessage("a quote that never ends");
  }

  /// Parameters, each with a name; `;;` is not a parameter (RFC 4475 badinv01).
  void parameters() throws MalformedMessage {
    while (take(';')) {
      token();
      if (!take('=')) continue;
      if (sees('"')) unquoted();
      else if (until(" \t;,\"<>").isEmpty()) throw new MalformedMessage("a value is missing");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
  }
}
