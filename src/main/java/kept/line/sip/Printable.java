package kept.line.sip;

/// A stranger's words made fit for a log: short, on one line, nothing that a terminal obeys.
final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  static String of(String words) {
    var shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return shown.replaceAll("\\p{C}", "·");
  }
}
