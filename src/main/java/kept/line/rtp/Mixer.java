package kept.line.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Adds up what several parties say for one who hears them all. Sums beyond 16 bits are cut
/// off there.
///
/// Who is in it never changes: another company is another mixer, which takes over what it can,
/// so that those who stay are not interrupted. It fills under the claim of its [Outgoing].
final class Mixer {
  /// The longest packet that we send, 60 ms.
  private static final int LONGEST = 480;

  private final List<Voice> voices;
  private final int[] sum = new int[LONGEST];

  Mixer(List<Voice> voices) {
    this.voices = voices;
  }

  static Mixer of(Source.Mix mix, @Nullable Mixer before, Consumer<String> keys) {
    var voices = new ArrayList<Voice>();
    for (var leg : mix.legs()) {
      var known = before == null ? null : before.voiceOf(leg);
      voices.add(known == null ? new Voice(leg, keys) : known);
    }
    return new Mixer(List.copyOf(voices));
  }

  void listen() {
    voices.forEach(Voice::listen);
  }

  /// Hears nobody any more, save those whom the next one hears.
  void giveWayTo(@Nullable Mixer next) {
    for (var voice : voices) if (next == null || !next.voices.contains(voice)) voice.rest();
  }

  private @Nullable Voice voiceOf(MediaLeg leg) {
    for (var voice : voices) if (voice.leg() == leg) return voice;
    return null;
  }

  /// The next packet's worth, from `now` on the listener's stream.
  void fill(Law law, long now, byte[] bytes, int offset, int length) {
    Arrays.fill(sum, 0, length, 0);
    for (int i = 0; i < voices.size(); i++) voices.get(i).addTo(sum, now, length);
    for (int i = 0; i < length; i++)
      bytes[offset + i] =
          G711.encode(law, (short) Math.clamp(sum[i], Short.MIN_VALUE, Short.MAX_VALUE));
  }
}
