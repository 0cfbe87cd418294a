package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The promises that were heard in a reply, and whether sending has stopped once to ask about them.
/// `parts` says what it takes as a text, where that is more than one.
public record HeardPart(
    String conversation,
    List<HeardRow> rows,
    boolean asked,
    @Nullable String parts) {
  public HeardPart(String conversation, List<HeardRow> rows, boolean asked) {
    this(conversation, rows, asked, null);
  }

  /// Only one is offered at a time: the next follows when it is settled.
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
