package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record AgentId(UUID value) implements Id {
  public static AgentId next() {
    return new AgentId(Id.fresh());
  }

  public static AgentId parse(String text) {
    return new AgentId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
