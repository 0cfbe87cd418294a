package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who did what that is sensitive: signing in, keys, people exported and forgotten, recordings
/// heard.
public record DeedsPage(
    Frame frame,
    List<Choice> kinds,
    List<Choice> people,
    List<Line> lines,
    @Nullable String more) implements SettingsPage {

  /// "2:31 pm", "Priya listened to a recording", and where it leads if anywhere.
  public record Line(String when, String words, @Nullable String href) {}
}
