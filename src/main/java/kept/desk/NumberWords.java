package kept.desk;

/// Small numbers as a sentence begins with them: "Five", and 13 from there on.
final class NumberWords {
  private static final String[] WORDS = {
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve"
  };

  private NumberWords() {}

  static String of(int number) {
    return number >= 0 && number < WORDS.length ? WORDS[number] : Integer.toString(number);
  }
}
