package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreeing a new time: the customer is told, or nothing moves.
///
/// It posts to `/promises/{id}/new-time` as `slot` (a local date and time, or `other`), once or
/// twice, `due` (read only with `other`), `message` and `stood`: the due time that the sheet was
/// written for. In the message `{time}` stands for what is picked. Of two times the earlier is
/// promised and the later offered. `stands` tells what holds until it is sent; `cannot` says why
/// this customer cannot be told in writing.
public record NewTime(
    String id,
    String title,
    String stood,
    Times times,
    Message message,
    String stands,
    @Nullable String cannot,
    @Nullable String error) {

  /// The times on offer, and one of one's own.
  public record Times(List<Slot> slots, String other, boolean otherChosen) {}

  /// "3:45" and "today", no two alike; `words` as the message says it ("tomorrow 8:15 am").
  public record Slot(String value, String hour, String day, String words, boolean chosen) {}

  /// What is sent and where to ("Email to rosa@example.com"); `or` offers a second time after the
  /// first, which stands in it as `{time}`.
  public record Message(String words, String to, String or) {}
}
