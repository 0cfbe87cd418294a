package kept.desk;

import java.util.Optional;
import kept.texts.Segments;
import org.jspecify.annotations.Nullable;

/// How many parts a text takes, in words for whoever writes it. Pure.
final class TextParts {
  private TextParts() {}

  /// "2 parts as a text, room for 12 more letters"; nothing while it is one.
  static @Nullable String words(String words) {
    var parts = Segments.of(Segments.plainly(words.strip()));
    if (parts.parts() < 2) return null;
    if (parts.tooMany())
      return parts.parts() + " parts, too long for a text. Send it by mail, or make it shorter.";
    var left = parts.room() - parts.letters();
    return parts.parts() + " parts as a text, room for " + Math.max(0, left) + " more letters";
  }

  /// Why it cannot go as a text.
  static Optional<String> tooMany(String words) {
    var parts = Segments.of(Segments.plainly(words));
    if (!parts.tooMany()) return Optional.empty();
    return Optional.of("That is " + parts.parts() + " parts, and a text has at most "
        + Segments.MOST + ". Make it shorter, or send it by mail.");
  }
}
