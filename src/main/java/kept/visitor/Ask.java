package kept.visitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether it is sorted, and what they have said so far. Only the customer closes.
public sealed interface Ask {

  /// Not answered yet: two buttons. `hint` as "Tap once Tomás has been. If it isn’t right, Priya
  /// hears about it straight away."
  record Question(String title, String hint) implements Ask {}

  /// They said yes: "Good. Thanks, Chuck." and room for a word to whoever did it.
  record Sorted(String thanks, String to, @Nullable String wordsSent) implements Ask {}

  /// They said not yet, which is already known inside; now what is wrong. Three choices and words.
  record Wrong(
      List<Problem> problems, String words, @Nullable String error) implements Ask {}

  /// What they told us arrived: "Priya has it. You’ll hear by 4:30."
  record Heard(String title, String words) implements Ask {}

  record Problem(String value, String words, boolean chosen) {}
}
