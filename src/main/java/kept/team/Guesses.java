package kept.team;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a stranger tries first, as NIST SP 800-63B (section 3.1.1.2) wants it refused: passwords
/// that many have, what everybody knows of this person and shop, runs and repetitions; each also
/// with a year or a sign behind it. Pure.
record Guesses(List<String> known) {
  /// The roots of the passwords that are found most often in what was stolen elsewhere.
  private static final List<String> COMMON = words("""
      password passwort passwd pass contrasena motdepasse login admin administrator root user guest
      welcome letmein changeme secret default test master access hello whatever trustno iloveyou
      monkey dragon football baseball basketball soccer sunshine princess superman batman starwars
      pokemon shadow michael jordan charlie flower summer winter spring autumn google facebook
      computer internet qwerty qwertz azerty qazwsx asdf zxcvbn abc123 1q2w3e4r5t6y 1qaz2wsx3edc
      zaq12wsx q1w2e3r4t5y6 kept shop""");

  private static final String ROWS = "qwertyuiop asdfghjkl zxcvbnm 1234567890 qwertz azerty";
  /// A shorter word is part of too many others.
  private static final int SHORTEST_WORD = 3;
  /// With fewer letters of its own than this, a password is no more than what is known.
  private static final int FEWEST_OWN = 5;

  Guesses {
    known = Stream.of(words(String.join(" ", known)), COMMON)
        .flatMap(List::stream)
        .filter(word -> word.length() >= SHORTEST_WORD)
        .toList();
  }

  boolean include(String password) {
    var typed = plain(password);
    var meant = withoutDisguise(typed);
    var left = new StringBuilder(typed);
    for (var word : known) {
      blank(left, typed, word);
      blank(left, meant, word);
    }
    var own = left.toString().replaceAll("[^\\p{L}\\p{N}]", "").replaceAll("(.{1,6}?)\\1+", "$1");
    var letters = 0;
    for (int i = 0; i < own.length(); i++) {
      if (i == 0 || !goesOn(own.charAt(i - 1), own.charAt(i))) letters++;
    }
    return letters < FEWEST_OWN;
  }

  private static void blank(StringBuilder left, String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      left.replace(at, at + word.length(), " ".repeat(word.length()));
    }
  }

  /// "ab", "ba", "aa" and "qw" go on; "ax" does not.
  private static boolean goesOn(char before, char here) {
    return Math.abs(before - here) <= 1
        || ROWS.contains("" + before + here)
        || ROWS.contains("" + here + before);
  }

  /// "p@ssw0rd" is "password", letter by letter.
  private static String withoutDisguise(String typed) {
    return typed
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }

  private static List<String> words(String text) {
    return List.of(plain(text).split("[^\\p{L}\\p{N}]+"));
  }

  /// Lower case and without accents: Tomás types tomas.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
