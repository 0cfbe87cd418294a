package kept.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name as it is compared: its words without accents, capitals and apostrophes, so that "Tomas"
/// is Tomás and "obrien" O’Brien. The database does the same to the names that it holds
/// (`plain_name`).
public final class PlainName {
  private static final Pattern LEFT_OUT = Pattern.compile("[\\u0300-\\u036f'’‘`]");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,.()&/-]+");

  private PlainName() {}

  public static String word(String word) {
    var apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return LEFT_OUT.matcher(apart).replaceAll("");
  }

  public static List<String> words(String name) {
    return Arrays.stream(BETWEEN.split(name))
        .map(PlainName::word)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
