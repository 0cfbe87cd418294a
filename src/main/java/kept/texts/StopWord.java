package kept.texts;

import java.util.Locale;
import java.util.Optional;

/// The words that carriers make everybody honour who texts (CTIA Messaging Principles, 5.1.3). They
/// count only when they stand alone.
enum StopWord {
  STOP,
  START,
  HELP;

  static Optional<StopWord> in(String words) {
    var bare = words.strip().replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "stop", "stopall", "unsubscribe", "cancel", "end", "quit" -> Optional.of(STOP);
      case "start", "unstop", "yes" -> Optional.of(START);
      case "help", "info" -> Optional.of(HELP);
      default -> Optional.empty();
    };
  }
}
