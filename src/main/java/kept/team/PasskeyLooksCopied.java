package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// A passkey counted backwards: there may be two of it, so it was not let in.
public record PasskeyLooksCopied(AgentId agent, PasskeyId passkey) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
