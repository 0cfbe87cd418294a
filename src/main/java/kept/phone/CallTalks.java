package kept.phone;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// They hear this person now, who answered or took it over.
public record CallTalks(CallId call, ConversationId conversation, AgentId agent) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
