package kept.line.rtp;

import java.util.List;

/// What a leg's party hears. Sources are swapped while the stream's numbers run on, so the far
/// side notices nothing.
public sealed interface Source {
  /// Silence, packet by packet: the stream stays alive and keeps its addresses open.
  Source SILENCE = new Silence();

  /// The law's own zero.
  record Silence() implements Source {}

  /// What another leg's party says.
  record Peer(MediaLeg leg) implements Source {}

  /// What the parties of several legs say, all at once.
  record Mix(List<MediaLeg> legs) implements Source {
    public Mix {
      legs = List.copyOf(legs);
    }
  }

  /// A prompt, music, a tone: once, or again and again.
  record Clip(Sound sound, boolean repeats) implements Source {}
}
