package kept.promises.hearing;

/// A word as we read it ("tomorrow"), as it was typed ("tmrw"), and where it stands in the text.
record Token(String word, String typed, int start, int end) {
  /// The same place, read as another word.
  Token as(String other) {
    return new Token(other, typed, start, end);
  }

  boolean capital() {
    return Character.isUpperCase(typed.charAt(0));
  }

  /// The word with the capitals it was typed with, when it was not respelled.
  String cased() {
    return typed.equalsIgnoreCase(word) ? typed : word;
  }

  boolean isNumber() {
    return Character.isDigit(word.charAt(0));
  }
}
