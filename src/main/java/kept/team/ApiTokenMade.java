package kept.team;

import kept.platform.Event;
import kept.platform.Id;

public record ApiTokenMade(ApiTokenId token, AgentId agent) implements Event {
  @Override
  public Id subject() {
    return token;
  }
}
