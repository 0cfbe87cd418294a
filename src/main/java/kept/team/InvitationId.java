package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record InvitationId(UUID value) implements Id {
  public static InvitationId next() {
    return new InvitationId(Id.fresh());
  }

  public static InvitationId parse(String text) {
    return new InvitationId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
