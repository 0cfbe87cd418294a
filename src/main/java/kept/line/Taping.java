package kept.line;

import java.io.IOException;
import java.nio.file.Path;
import kept.line.speech.Recording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recording of a call, one at a time. A disk that takes nothing ends the recording, never
/// the call.
final class Taping {
  private static final Logger LOG = LoggerFactory.getLogger(Taping.class);
  private final Call call;
  private final Line line;
  private @Nullable Recording recording;
  private @Nullable Leg tapped;

  Taping(Call call, Line line) {
    this.call = call;
    this.line = line;
  }

  void start(Leg leg, Path file) {
    if (recording != null || leg.isOver()) return;
    try {
      var started = line.record(file, ended -> LOG.info("A recording ended: {}", ended));
      recording = started;
      tapped = leg;
      leg.media().tap(started);
    } catch (IOException cannot) {
      LOG.warn("Call {} is not recorded: {}", call.id(), cannot.getMessage());
    }
  }

  void pause(String who) {
    if (recording != null) recording.pause(who);
  }

  void resume(String who) {
    if (recording != null) recording.resume(who);
  }

  void left(Leg leg) {
    if (leg == tapped) stop();
  }

  void stop() {
    var running = recording;
    if (running == null) return;
    if (tapped != null && !tapped.isOver()) tapped.media().untap(running);
    running.close();
    recording = null;
    tapped = null;
  }
}
