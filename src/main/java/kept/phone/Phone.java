package kept.phone;

import kept.team.AgentId;

/// A telephone or softphone of somebody of the team, by the name it registers under.
public record Phone(PhoneId id, AgentId agent, String name, String userName) {}
