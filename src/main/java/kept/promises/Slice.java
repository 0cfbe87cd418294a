package kept.promises;

import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A part of what is owed: of one keeper, of one kind; what is null does not narrow it.
public record Slice(@Nullable AgentId keeper, @Nullable Kind kind) {
  public static final Slice ALL = new Slice(null, null);

  public static Slice keptBy(AgentId keeper) {
    return new Slice(keeper, null);
  }
}
