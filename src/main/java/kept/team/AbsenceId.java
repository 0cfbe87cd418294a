package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record AbsenceId(UUID value) implements Id {
  public static AbsenceId next() {
    return new AbsenceId(Id.fresh());
  }

  public static AbsenceId parse(String text) {
    return new AbsenceId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
