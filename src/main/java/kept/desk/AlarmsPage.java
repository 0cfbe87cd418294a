package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The owner's alarm log: every alarm, whom it told on which way, and who took it up.
public record AlarmsPage(
    Frame frame,
    String sentence,
    Check check,
    List<Way> ways,
    List<Line> lines,
    String none,
    @Nullable String more)
    implements SettingsPage {

  /// What the daily self-check found: "Today 8:00 am: came on the desk and by mail."
  public record Check(String words, boolean trouble, List<String> before) {}

  /// One way to look at them, and its address.
  public record Way(String words, String href, boolean chosen) {}

  /// One alarm: "2:31 pm", "Second", the promise and whose it is, and its proof line by line.
  public record Line(
      String id,
      String when,
      String step,
      @Nullable String tone,
      String what,
      String href,
      String whose,
      List<String> proof) {}
}
