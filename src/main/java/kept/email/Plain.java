package kept.email;

/// Makes text fit to be stored and shown: no control characters (PostgreSQL takes no NUL), one
/// kind of line end, and no character cut in half.
final class Plain {
  private Plain() {}

  /// Several lines; tabs stay.
  static String text(String text) {
    return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}\\uFEFF&&[^\\n\\t]]", "");
  }

  /// One line, without the marks that make text run backwards (`exe.fdp` shown as `pdf.exe`).
  static String line(String text) {
    var forward = text.replaceAll("[\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]", "");
    return forward.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
