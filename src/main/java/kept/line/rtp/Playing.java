package kept.line.rtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One turn of a source on a leg: to play the same clip again is another turn.
final class Playing {
  private final Source source;
  private final @Nullable Mixer mixer;
  private int at;

  Playing(Source source) {
    this(source, null);
  }

  /// Of a mix, with what mixes it.
  Playing(Source source, @Nullable Mixer mixer) {
    this.source = source;
    this.mixer = mixer;
  }

  Source source() {
    return source;
  }

  @Nullable
  Mixer mixer() {
    return mixer;
  }

  /// A packet's worth of what is to be heard, padded with silence; what does not come from
  /// here is silence. `now` is where it goes on the stream. The claim of its [Outgoing] guards
  /// where it stands.
  void fill(Law law, long now, byte[] bytes, int offset, int length) {
    if (mixer != null) {
      mixer.fill(law, now, bytes, offset, length);
      return;
    }
    int filled = 0;
    if (source instanceof Source.Clip(var sound, var repeats)) {
      var coded = sound.in(law);
      while (filled < length && coded.length > 0 && (at < coded.length || repeats)) {
        if (at == coded.length) at = 0;
        int some = Math.min(length - filled, coded.length - at);
        System.arraycopy(coded, at, bytes, offset + filled, some);
        at += some;
        filled += some;
      }
    }
    Arrays.fill(bytes, offset + filled, offset + length, G711.silence(law));
  }

  /// Whether a clip that does not repeat has been handed out to its end.
  boolean hasEnded() {
    return source instanceof Source.Clip(var sound, var repeats)
        && !repeats
        && at >= sound.samples();
  }
}
