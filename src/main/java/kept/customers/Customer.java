package kept.customers;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person we serve. A `sample` one belongs to the made-up shop.
public record Customer(
    CustomerId id, String name, @Nullable String organisation, Instant since, boolean sample) {
  /// What whoever rings without a number is called until we know better.
  public static final String WITHHELD = "Withheld number";

  private static final Set<String> TITLES =
      Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "herr", "frau");

  /// What we call them: the first word, or the whole name when it begins with a title ("Mrs
  /// Okafor"), is only a number ("(415) 555-0177") or nobody's name.
  public String firstName() {
    return firstNameOf(name);
  }

  public static String firstNameOf(String name) {
    var words = name.strip().split("\\s+", 2);
    var whole = name.equals(WITHHELD)
        || TITLES.contains(words[0].toLowerCase(Locale.ROOT))
        || name.chars().noneMatch(Character::isLetter);
    return whole ? name.strip() : words[0];
  }
}
