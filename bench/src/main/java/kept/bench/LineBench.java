package kept.bench;

import java.util.Locale;

/// What the phone line costs and how well it carries: calls set up, rung, bridged, played to.
/// The line has a process of its own; callers, phones and the audio of both are in this one.
final class LineBench {
  private LineBench() {}

  static void run() throws Exception {
    say(
        "At load %s (processes that wanted one of %d cores in the minute before).",
        Machine.load(), Runtime.getRuntime().availableProcessors());
    SetUps.measure();
    Ringing.measure();
    Bridges.measure();
    Pacing.measure();
  }

  /// A title and the head of a table.
  static void table(String title, String columns) {
    System.out.printf(
        "%n**%s**%n%n| %s |%n|%s%n", title, columns, " --- |".repeat(columns.split("\\|").length));
  }

  static void row(Object... cells) {
    var row = new StringBuilder("|");
    for (var cell : cells) row.append(' ').append(cell).append(" |");
    System.out.println(row);
  }

  static void say(String words, Object... values) {
    System.out.printf(Locale.ROOT, words + "%n", values);
  }

  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
