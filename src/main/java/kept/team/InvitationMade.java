package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody was asked onto the team.
public record InvitationMade(InvitationId invitation, Role role) implements Event {
  @Override
  public Id subject() {
    return invitation;
  }
}
