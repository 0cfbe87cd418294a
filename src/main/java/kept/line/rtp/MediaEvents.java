package kept.line.rtp;

import java.time.Duration;

/// What happens to a leg's audio. Told on the media threads, so an implementation posts it
/// somewhere and returns.
public interface MediaEvents {
  /// The party pressed a key: `0-9 * # A-D`, told once for a press, however often its packets
  /// come.
  void pressed(char digit);

  /// A clip that does not repeat has been heard to its end.
  void played(Source.Clip clip);

  /// Neither RTP nor RTCP came for so long, on a leg that should send. Told again only after
  /// something came.
  void silent(Duration since);
}
