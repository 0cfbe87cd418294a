package kept.line.sdp;

/// Whole numbers as SDP writes them: ASCII digits, no sign.
final class Numbers {
  private Numbers() {}

  /// The number, or -1 where these are no digits or more than `most`.
  static int upTo(int most, String digits) {
    if (!areDigits(digits, 10)) return -1;
    long number = Long.parseLong(digits);
    return number <= most ? (int) number : -1;
  }

  static boolean areDigits(String text, int longest) {
    if (text.isEmpty() || text.length() > longest) return false;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }
}
