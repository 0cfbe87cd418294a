package kept.team;

import java.util.Locale;

/// Why one of the team is not at hand: not working, or working where they can do nothing else.
public enum AbsenceKind {
  AWAY,
  JOB,
  DRIVING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AbsenceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
