package kept.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import kept.line.speech.Ending;
import kept.line.speech.Recording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recording of a call, one at a time. It hangs on its party, and goes along when that one
/// is passed on to another call. A disk that takes nothing ends the recording, never the call.
final class Taping {
  private static final Logger LOG = LoggerFactory.getLogger(Taping.class);
  private final Call call;
  private final Line line;

  Taping(Call call, Line line) {
    this.call = call;
    this.line = line;
  }

  void start(Leg leg, Path file) {
    if (leg.isOver() || call.legs().stream().anyMatch(each -> each.tape() != null)) return;
    try {
      var started = line.record(file, why -> leg.call().post(() -> ended(leg, why)));
      leg.tape(started);
      leg.media().tap(started);
      call.happened(new CallEvent.RecordingBegan(leg, file, System.nanoTime()));
    } catch (IOException cannot) {
      LOG.warn("Call {} is not recorded: {}", call.id(), cannot.toString());
      call.happened(new CallEvent.RecordingFailed(leg, System.nanoTime()));
    }
  }

  /// By now it may be another call that the party is in.
  private static void ended(Leg leg, Ending why) {
    LOG.info("A recording ended: {}", why);
    if (why != Ending.ASKED && !leg.isOver())
      leg.call().happened(new CallEvent.RecordingFailed(leg, System.nanoTime()));
  }

  void pause(String who) {
    each(tape -> tape.pause(who));
  }

  void resume(String who) {
    each(tape -> tape.resume(who));
  }

  void left(Leg leg) {
    var tape = leg.tape();
    if (tape == null) return;
    leg.tape(null);
    leg.media().untap(tape);
    tape.close();
  }

  void stop() {
    call.legs().forEach(this::left);
  }

  private void each(Consumer<Recording> act) {
    for (var leg : call.legs()) {
      var tape = leg.tape();
      if (tape != null) act.accept(tape);
    }
  }
}
