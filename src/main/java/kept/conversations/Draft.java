package kept.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message before it is on a timeline: its words and what comes with them.
public record Draft(
    String words, @Nullable String quoted, @Nullable String html, List<NewFile> files) {
  /// Bytes that are stored already, under the name that people see.
  public record NewFile(
      String blob, String name, String type, @Nullable String contentId, long size) {}

  public static Draft of(String words) {
    return new Draft(words, null, null, List.of());
  }
}
