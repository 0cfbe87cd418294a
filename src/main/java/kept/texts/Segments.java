package kept.texts;

import java.util.HashSet;
import java.util.Set;

/// How many parts a text takes on its way, which is what is paid for. Letters of the GSM alphabet
/// (3GPP TS 23.038, 6.2.1) take seven bits, a few of them two places; one letter outside it makes
/// all of them take sixteen. Pure.
///
/// @param letters places taken, of `room` in as many parts
public record Segments(int parts, int letters, int room, boolean plain) {
  /// More than this is a letter, not a text.
  public static final int MOST = 6;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String TWICE = "\f^{}\\[~]|€";
  private static final Set<Integer> ONE_PLACE = letters(BASIC);
  private static final Set<Integer> TWO_PLACES = letters(TWICE);

  /// A part by itself, and one of several: those carry which of them they are (3GPP TS 23.040,
  /// 9.2.3.24.1).
  private static final int PLAIN_ALONE = 160;

  private static final int PLAIN_OF_SEVERAL = 153;
  private static final int WIDE_ALONE = 70;
  private static final int WIDE_OF_SEVERAL = 67;

  public static Segments of(String words) {
    var plain = words.codePoints().allMatch(letter -> places(letter) > 0);
    var alone = plain ? PLAIN_ALONE : WIDE_ALONE;
    var letters = words.codePoints().map(letter -> width(letter, plain)).sum();
    if (letters <= alone) return new Segments(letters == 0 ? 0 : 1, letters, alone, plain);
    var each = plain ? PLAIN_OF_SEVERAL : WIDE_OF_SEVERAL;
    var parts = parts(words, plain, each);
    return new Segments(parts, letters, parts * each, plain);
  }

  /// The words with our typographer's quotes and dashes made plain, where that alone spares
  /// them the wide letters. Names keep their accents.
  public static String plainly(String words) {
    var plain = words
        .replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"')
        .replace('–', '-')
        .replace('—', '-')
        .replace('\u00a0', ' ')
        .replace("…", "...")
        .replace("•", "-");
    return of(plain).plain() ? plain : words;
  }

  public boolean tooMany() {
    return parts > MOST;
  }

  /// A letter of two places is never cut in two: it begins the next part.
  private static int parts(String words, boolean plain, int each) {
    var parts = 1;
    var filled = 0;
    for (var letter : words.codePoints().toArray()) {
      var width = width(letter, plain);
      if (filled + width > each) {
        parts++;
        filled = 0;
      }
      filled += width;
    }
    return parts;
  }

  private static int width(int letter, boolean plain) {
    return plain ? places(letter) : Character.charCount(letter);
  }

  /// None for a letter that the alphabet does not have.
  private static int places(int letter) {
    if (ONE_PLACE.contains(letter)) return 1;
    return TWO_PLACES.contains(letter) ? 2 : 0;
  }

  private static Set<Integer> letters(String alphabet) {
    return new HashSet<>(alphabet.codePoints().boxed().toList());
  }
}
