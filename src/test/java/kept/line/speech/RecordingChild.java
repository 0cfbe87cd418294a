package kept.line.speech;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import kept.line.rtp.Law;

/// A process that records a tone at the pace of a call until somebody ends it.
final class RecordingChild {
  private RecordingChild() {}

  public static void main(String[] arguments) throws Exception {
    var recordings = new Recordings(InstantSource.system(), 0);
    var recording =
        recordings.start(Path.of(arguments[0]), ending -> System.out.println("ended " + ending));
    long next = System.nanoTime();
    var talk = Talk.tone(440, Law.PCMU, 0, 20_000);
    for (int i = 0; i < talk.size(); i++) {
      if (i == 50) recording.pause("Priya");
      if (i == 75) recording.resume("Priya");
      talk.get(i).heardBy(recording);
      talk.get(i).saidTo(recording);
      if (i % 25 == 0) System.out.println("said " + i);
      next += 20_000_000L;
      LockSupport.parkNanos(next - System.nanoTime());
    }
    System.out.println("lasted");
  }
}
