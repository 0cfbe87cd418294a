package kept.team;

import kept.Rooms;

/// What somebody's code app shows, for tests outside this room.
public final class CodeProbe {
  private CodeProbe() {}

  public static String shownNow(Rooms rooms, AgentId agent) {
    var sealed = rooms.database.read(tx -> new CodeAppStore().find(tx, agent).orElseThrow());
    return Totp.code(rooms.secrets.unseal(sealed.secret()), Totp.stepAt(rooms.clock.instant()));
  }
}
