package kept;

/// What the doctor found in one place: it is well, something has to be done, or it could not be
/// looked at.
sealed interface Finding {
  String words();

  record Well(String words) implements Finding {}

  record ToDo(String words) implements Finding {}

  record Skipped(String words) implements Finding {}

  static Finding well(String words) {
    return new Well(words);
  }

  static Finding toDo(String words) {
    return new ToDo(words);
  }

  static Finding skipped(String words) {
    return new Skipped(words);
  }

  /// One line of the report.
  default String line() {
    return switch (this) {
      case Well(var words) -> "ok    " + words;
      case ToDo(var words) -> "do    " + words;
      case Skipped(var words) -> "skip  " + words;
    };
  }
}
