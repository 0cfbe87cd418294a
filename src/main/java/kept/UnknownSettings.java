package kept;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kept.Config.Setting;

/// Names that are no setting's, and the setting that was probably meant.
final class UnknownSettings {
  /// More slips than this and it was no slip.
  private static final int MOST_SLIPS = 3;

  private UnknownSettings() {}

  /// A sentence for each variable of the environment that looks like a setting and is none.
  static List<String> in(Map<String, String> environment) {
    var known = Stream.of(Setting.values()).map(Setting::name).toList();
    return environment.keySet().stream()
        .filter(name -> name.startsWith("KEPT_") && !known.contains(name))
        .sorted()
        .map(name ->
            "There is no setting " + name + ", so it changes nothing." + meant(name, Setting::name))
        .toList();
  }

  /// " Did you mean KEPT_HTTP_PORT?", or nothing when no setting is near.
  static String meant(String name, Function<Setting, String> spelling) {
    return Stream.of(Setting.values())
        .map(spelling)
        .filter(other -> slips(name, other) <= MOST_SLIPS)
        .min(Comparator.comparingInt(other -> slips(name, other)))
        .map(nearest -> " Did you mean " + nearest + "?")
        .orElse("");
  }

  /// How many letters are missing, too many or others (Levenshtein), row by row.
  private static int slips(String one, String other) {
    var above = new int[other.length() + 1];
    for (int i = 0; i < above.length; i++) above[i] = i;
    for (int row = 1; row <= one.length(); row++) {
      var here = new int[above.length];
      here[0] = row;
      for (int i = 1; i < here.length; i++) {
        var changed = one.charAt(row - 1) == other.charAt(i - 1) ? 0 : 1;
        here[i] = Math.min(above[i - 1] + changed, Math.min(above[i], here[i - 1]) + 1);
      }
      above = here;
    }
    return above[other.length()];
  }
}
