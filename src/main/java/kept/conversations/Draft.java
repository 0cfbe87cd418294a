package kept.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message before it is on a timeline: its words and what comes with them. `channel` is the way
/// that it goes; none is the way that reaches them, which is mail where we have an address.
public record Draft(
    String words,
    @Nullable String quoted,
    @Nullable String html,
    List<NewFile> files,
    @Nullable Channel channel) {
  /// Bytes that are stored already, under the name that people see.
  public record NewFile(
      String blob, String name, String type, @Nullable String contentId, long size) {}

  public Draft(String words, @Nullable String quoted, @Nullable String html, List<NewFile> files) {
    this(words, quoted, html, files, null);
  }

  public static Draft of(String words) {
    return new Draft(words, null, null, List.of());
  }

  /// The same by this way.
  public Draft by(@Nullable Channel way) {
    return new Draft(words, quoted, html, files, way);
  }

  /// Other words with the same files by the same way.
  public Draft saying(String other) {
    return new Draft(other, quoted, html, files, channel);
  }
}
