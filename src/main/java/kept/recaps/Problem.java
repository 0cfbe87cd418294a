package kept.recaps;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a customer says is wrong, in one tap.
public enum Problem {
  NOT_DONE("It hasn’t happened"),
  NOT_RIGHT("It happened, but it isn’t right"),
  SOMETHING_ELSE("Something else");

  private final String words;

  Problem(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The word that forms, the database and the API use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Problem> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
