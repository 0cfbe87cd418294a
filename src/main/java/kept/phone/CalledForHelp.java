package kept.phone;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// One of our phones called an emergency number.
public record CalledForHelp(HelpCallId call, PhoneId phone, AgentId agent) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
