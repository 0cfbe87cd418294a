package kept.team;

import com.nulabinc.zxcvbn.Context;
import com.nulabinc.zxcvbn.Matching;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Match;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a stranger tries first, as NIST SP 800-63B (section 3.1.1.2) wants it refused: passwords
/// that were leaked elsewhere, what everybody knows of this person and shop, runs and repetitions;
/// each also in disguise, or with a year or a sign behind it.
///
/// The lists are read when the first password is judged (10 MB, a fifth of a second).
record Guesses(List<String> known) {
  private static final String OURS = "kept shop";
  /// A shorter word is part of too many others.
  private static final int SHORTEST_WORD = 3;
  /// With fewer letters of its own than this, a password is no more than what is known.
  private static final int FEWEST_OWN = 5;
  /// Of zxcvbn's scores from 0 to 4: a hundred million guesses do not find it.
  private static final int GOOD = 3;
  /// What is good by now gets no worse, and each letter more takes the judge longer.
  private static final int FIRST_LETTERS = 64;

  Guesses {
    known = Stream.of((String.join(" ", known) + " " + OURS).split("\\s+"))
        .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
        .map(Guesses::plain)
        .filter(word -> word.length() >= SHORTEST_WORD)
        .distinct()
        .toList();
  }

  boolean include(String password) {
    var typed = plain(password);
    var first = typed.substring(0, Math.min(typed.length(), FIRST_LETTERS));
    // It may take a second of a processor: one at a time.
    synchronized (Guesses.class) {
      return ownLetters(first) < FEWEST_OWN || Lists.JUDGE.measure(first, known).getScore() < GOOD;
    }
  }

  /// The letters and digits that are left without what is known, years, runs, repetitions, and the
  /// longest that was somebody's whole password.
  private long ownLetters(String password) {
    var found = new Matching(Lists.LEAKED, known)
        .omnimatch(password).stream()
            .filter(match -> match.tokenLength() >= SHORTEST_WORD)
            .toList();
    var left = new StringBuilder(password);
    found.stream().filter(Guesses::isKnown).forEach(match -> blank(left, match));
    found.stream()
        .filter(match -> StandardDictionaries.PASSWORDS.equals(match.dictionaryName))
        .max(Comparator.comparingInt(Match::tokenLength))
        .ifPresent(match -> blank(left, match));
    return left.chars().filter(Character::isLetterOrDigit).count();
  }

  private static boolean isKnown(Match match) {
    return switch (match.pattern) {
      case Dictionary -> !StandardDictionaries.PASSWORDS.equals(match.dictionaryName);
      case Regex, Sequence, Repeat -> true;
      // Any six digits could be somebody's birthday.
      case Date, Spatial, Bruteforce -> false;
    };
  }

  private static void blank(StringBuilder left, Match match) {
    left.replace(match.i, match.j + 1, " ".repeat(match.tokenLength()));
  }

  /// Lower case and without accents: Tomás types tomas.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static final class Lists {
    static final Zxcvbn JUDGE;
    static final Context LEAKED;

    static {
      try {
        JUDGE = new ZxcvbnBuilder()
            .dictionaries(StandardDictionaries.loadAllDictionaries())
            .keyboards(StandardKeyboards.loadAllKeyboards())
            .build();
        var passwords = StandardDictionaries.PASSWORDS_LOADER.load();
        LEAKED = new Context(Map.of(passwords.getName(), passwords), Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
