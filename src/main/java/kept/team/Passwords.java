package kept.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import kept.platform.Refusal;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords as we keep them: Argon2id (RFC 9106) with the parameters that OWASP's Password Storage
/// Cheat Sheet asks for, written in the PHC string format.
///
/// A hash takes 19 MiB while it is worked out, so only a few are at once in this process. Threads
/// may share this object.
public final class Passwords {
  private static final int SHORTEST = 12;
  /// Nobody types more, and a longer one would only cost us time.
  private static final int LONGEST = 200;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 2;
  private static final String HEAD =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

  private static final String NOBODYS = HEAD + "A".repeat(22) + "$" + "A".repeat(43);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Semaphore SEATS = new Semaphore(AT_ONCE, true);

  /// The hash of a password that somebody chooses; one that is too easy is refused with the reason.
  /// `known` is what everybody knows of them.
  public String hash(String chosen, String... known) {
    if (chosen.codePointCount(0, chosen.length()) < SHORTEST)
      throw new Refusal("Use twelve letters or more. A sentence is easiest to remember.");
    if (chosen.length() > LONGEST) throw new Refusal("Use fewer than 200 letters.");
    if (new Guesses(List.of(known)).include(chosen))
      throw new Refusal(
          "That is too easy to guess: it is hardly more than your name, the shop’s, or what was"
              + " stolen from others elsewhere. A sentence is easiest to remember.");
    return hashOf(chosen);
  }

  /// The hash of what was drawn at random: nobody has to judge it.
  String hashOf(String drawn) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var encoder = Base64.getEncoder().withoutPadding();
    return HEAD + encoder.encodeToString(salt) + "$" + encoder.encodeToString(argon2(drawn, salt));
  }

  /// Whether this is what a hash of ours was made of.
  public boolean matches(String password, String hash) {
    if (!hash.startsWith(HEAD)) throw new IllegalStateException("This hash is not one of ours.");
    var parts = hash.substring(HEAD.length()).split("\\$");
    var decoder = Base64.getDecoder();
    var tried = argon2(password, decoder.decode(parts[0]));
    return MessageDigest.isEqual(tried, decoder.decode(parts[1]));
  }

  /// Takes as long as [#matches] and is never true: for an address that nobody here has.
  public boolean matchesNobody(String password) {
    matches(password, NOBODYS);
    return false;
  }

  private byte[] argon2(String password, byte[] salt) {
    var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(MEMORY_KIB)
        .withIterations(PASSES)
        .withParallelism(LANES)
        .withSalt(salt)
        .build();
    var typed = password.substring(0, Math.min(password.length(), LONGEST));
    var bytes = Normalizer.normalize(typed, Normalizer.Form.NFC).getBytes(UTF_8);
    var hash = new byte[HASH_BYTES];
    SEATS.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(parameters);
      generator.generateBytes(bytes, hash);
    } finally {
      SEATS.release();
    }
    return hash;
  }
}
