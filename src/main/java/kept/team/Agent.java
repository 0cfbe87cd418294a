package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member of the team.
///
/// `second` hears next when this one cannot keep a promise. `hue` (0 to 359) colours the face.
/// `doing` is what the team sees beside the name ("At a job until 3:30"). `mobile` is where texts
/// reach them, and the shop's calls if they want that.
public record Agent(
    AgentId id,
    String name,
    String email,
    Role role,
    @Nullable AgentId second,
    int hue,
    boolean takingCalls,
    String doing,
    @Nullable Mobile mobile,
    @Nullable Instant leftAt) {

  /// Somebody whose mobile we do not know.
  public Agent(
      AgentId id,
      String name,
      String email,
      Role role,
      @Nullable AgentId second,
      int hue,
      boolean takingCalls,
      String doing,
      @Nullable Instant leftAt) {
    this(id, name, email, role, second, hue, takingCalls, doing, null, leftAt);
  }

  /// What colleagues and customers say: the first word of the name.
  public String firstName() {
    return name.strip().split("\\s+")[0];
  }

  public boolean isHere() {
    return leftAt == null;
  }

  public Agent named(String other) {
    return new Agent(id, other, email, role, second, hue, takingCalls, doing, mobile, leftAt);
  }

  public Agent at(String address) {
    return new Agent(id, name, address, role, second, hue, takingCalls, doing, mobile, leftAt);
  }

  public Agent as(Role other) {
    return new Agent(id, name, email, other, second, hue, takingCalls, doing, mobile, leftAt);
  }

  public Agent withSecond(@Nullable AgentId other) {
    return new Agent(id, name, email, role, other, hue, takingCalls, doing, mobile, leftAt);
  }

  public Agent doing(String now) {
    return new Agent(id, name, email, role, second, hue, takingCalls, now, mobile, leftAt);
  }

  public Agent takingCalls(boolean now) {
    return new Agent(id, name, email, role, second, hue, now, doing, mobile, leftAt);
  }

  public Agent reachedAt(@Nullable Mobile other) {
    return new Agent(id, name, email, role, second, hue, takingCalls, doing, other, leftAt);
  }
}
