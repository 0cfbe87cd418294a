package kept.line.rtp;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what was told of one leg.
final class RecordedMediaEvents implements MediaEvents {
  final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

  @Override
  public void pressed(char digit) {
    told.add(digit);
  }

  @Override
  public void played(Source.Clip clip) {
    told.add(clip);
  }

  @Override
  public void silent(Duration since) {
    told.add(since);
  }

  Object next() throws InterruptedException {
    var event = told.poll(10, TimeUnit.SECONDS);
    if (event == null) throw new AssertionError("Nothing was told in ten seconds.");
    return event;
  }
}
