package kept.privacy;

import java.util.List;
import kept.platform.Refusal;

/// How long what nobody needs is kept; 0 is for ever.
///
/// @param rawMailDays letters as they came, beside what was read out of them
/// @param peopleYears people whom nobody heard of and to whom nothing is owed
public record KeepFor(int rawMailDays, int peopleYears) {
  public static final List<Integer> DAYS = List.of(0, 30, 90, 365);
  public static final List<Integer> YEARS = List.of(0, 2, 3, 5, 10);
  static final KeepFor EVER = new KeepFor(0, 0);

  public KeepFor {
    if (!DAYS.contains(rawMailDays))
      throw new Refusal("Letters as they came are kept for 30 days, 90 days, a year or for ever.");
    if (!YEARS.contains(peopleYears))
      throw new Refusal("People are kept for 2, 3, 5 or 10 years, or for ever.");
  }
}
