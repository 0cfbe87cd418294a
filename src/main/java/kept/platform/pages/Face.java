package kept.platform.pages;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody's face until there is a photo: initials on one of 24 hues, round for customers, square
/// for the team.
///
/// The hue follows from the name alone, so that a person looks the same on every page. `on` is
/// `on`, `busy` or `off` where it matters whether somebody is there, and null elsewhere.
public record Face(
    String initials, int hue, boolean team, @Nullable String on) {

  private static final int HUES = 24;
  private static final Pattern FIRST_LETTERS = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’])\\p{L}");

  public static Face of(String name) {
    return new Face(initialsOf(name), hueOf(name), false, null);
  }

  public static Face ofTeam(String name) {
    return new Face(initialsOf(name), hueOf(name), true, null);
  }

  /// Somebody of whom we only have a number or an address.
  public static Face unknown() {
    return new Face("?", 165, false, null);
  }

  public Face on(String state) {
    return new Face(initials, hue, team, state);
  }

  public Face withHue(int degrees) {
    return new Face(initials, Math.floorMod(degrees, 360) / 15 * 15, team, on);
  }

  private static String initialsOf(String name) {
    var letters = FIRST_LETTERS.matcher(name).results().map(MatchResult::group).toList();
    if (letters.isEmpty()) return "?";
    var last = letters.size() == 1 ? "" : letters.getLast();
    return (letters.getFirst() + last).toUpperCase(Locale.ROOT);
  }

  private static int hueOf(String name) {
    return Math.floorMod(name.strip().hashCode(), HUES) * (360 / HUES);
  }
}
