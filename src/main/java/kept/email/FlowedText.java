package kept.email;

/// Joins the lines of `format=flowed` text (RFC 3676): a line that ends with a space goes on in
/// the next line, when that is quoted as deep.
final class FlowedText {
  private final boolean deleteSpace;
  private final StringBuilder joined = new StringBuilder();
  private int depth;
  private boolean goesOn;

  private FlowedText(boolean deleteSpace) {
    this.deleteSpace = deleteSpace;
  }

  static String join(String text, boolean deleteSpace) {
    var flowed = new FlowedText(deleteSpace);
    text.lines().forEach(flowed::line);
    return flowed.joined.append('\n').toString();
  }

  private void line(String line) {
    int quotes = 0;
    while (quotes < line.length() && line.charAt(quotes) == '>') quotes++;
    var words = line.substring(quotes);
    if (words.startsWith(" ")) words = words.substring(1);
    boolean signature = words.equals("-- ");
    if (!goesOn || quotes != depth || signature) {
      if (!joined.isEmpty()) joined.append('\n');
      joined.append(">".repeat(quotes)).append(quotes > 0 && !words.isEmpty() ? " " : "");
    }
    depth = quotes;
    goesOn = words.endsWith(" ") && !signature;
    joined.append(goesOn && deleteSpace ? words.substring(0, words.length() - 1) : words);
  }
}
