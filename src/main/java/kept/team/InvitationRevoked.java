package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This link lets nobody in any more.
public record InvitationRevoked(InvitationId invitation) implements Event {
  @Override
  public Id subject() {
    return invitation;
  }
}
