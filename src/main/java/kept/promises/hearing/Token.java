package kept.promises.hearing;

/// A word as we read it ("tomorrow"), and where it stands in the text as it was typed ("tmrw").
record Token(String word, int start, int end, boolean capital) {
  boolean isNumber() {
    return Character.isDigit(word.charAt(0));
  }
}
