package kept.conversations;

import kept.customers.CustomerId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Which conversations a list holds; what is null does not narrow it. `words` are looked for in
/// what was said and in what it is about.
public record Which(
    @Nullable Group group,
    @Nullable AgentId mine,
    @Nullable CustomerId customer,
    @Nullable String words) {
  /// Still open, or over.
  public enum Group {
    OPEN,
    DONE
  }

  public static final Which OPEN = new Which(Group.OPEN, null, null, null);
  public static final Which DONE = new Which(Group.DONE, null, null, null);

  public static Which of(CustomerId customer) {
    return new Which(null, null, customer, null);
  }
}
