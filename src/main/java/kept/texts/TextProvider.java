package kept.texts;

import kept.platform.Sender;
import org.jspecify.annotations.Nullable;

/// A company that carries texts. Each speaks its own way of HTTP, so each has a class of its own.
interface TextProvider {
  /// The word that the database keeps: `twilio`.
  String word();

  /// Hands one text over and says what it answered, in words of ours.
  ///
  /// @param reportTo where it may tell what becomes of the text; null where it could not reach us
  Sender.Outcome send(Access access, String to, String words, @Nullable String reportTo)
      throws InterruptedException;

  /// The account with its secret.
  record Access(TextAccount account, String token) {}
}
