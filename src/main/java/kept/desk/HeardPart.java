package kept.desk;

import java.util.List;

/// The promises that were heard in a reply, and whether sending has stopped once to ask about them.
public record HeardPart(String conversation, List<HeardRow> rows, boolean asked) {
  /// Only one is offered at a time: the next follows when it is settled.
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
