package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This token opens nothing any more.
public record ApiTokenRevoked(ApiTokenId token) implements Event {
  @Override
  public Id subject() {
    return token;
  }
}
