package kept.line.sdp;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.line.rtp.SrtpKeys;
import org.jspecify.annotations.Nullable;

/// Our master keys of one leg, one for each suite, and what becomes of them when the other
/// side names its own (RFC 4568, section 7.1).
final class Keys {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<Suite, byte[]> ours = new EnumMap<>(Suite.class);

  /// The lines of an offer, best suite first, tags from 1.
  List<Attribute> offered() {
    return Arrays.stream(Suite.values())
        .map(suite -> new Crypto(suite.line(), suite, own(suite)).line())
        .toList();
  }

  private byte[] own(Suite suite) {
    return ours.computeIfAbsent(suite, _ -> fresh());
  }

  private static byte[] fresh() {
    var key = new byte[Crypto.KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /// The line of their answer that takes one of our offer's.
  Optional<Crypto> taken(List<Crypto> answered) {
    return answered.stream().filter(c -> c.tag() == c.suite().line()).findFirst();
  }

  SrtpKeys with(Crypto theirs) {
    return new SrtpKeys(own(theirs.suite()), theirs.key(), theirs.suite().tagBytes());
  }

  /// Our keys beside those of an offer.
  ///
  /// Ours stay while theirs do. New ones of theirs may come from another device, which cannot
  /// know how far the rollover counter of our old key has run: it gets a new key, whose
  /// counter is 0 (RFC 4568, section 7.1.4).
  SrtpKeys answering(Crypto theirs, @Nullable SrtpKeys before) {
    if (before != null && !Arrays.equals(before.theirs(), theirs.key())) ours.clear();
    return with(theirs);
  }
}
