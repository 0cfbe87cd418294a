package kept.line.rtp;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what went by.
final class RecordedSink implements Sink {
  record Piece(long position, Law law, byte[] audio) {}

  final BlockingQueue<Piece> heard = new LinkedBlockingQueue<>();
  final BlockingQueue<Piece> said = new LinkedBlockingQueue<>();

  @Override
  public void heard(long position, Law law, byte[] payload, int offset, int length) {
    heard.add(new Piece(position, law, Arrays.copyOfRange(payload, offset, offset + length)));
  }

  @Override
  public void said(long position, Law law, byte[] payload, int offset, int length) {
    said.add(new Piece(position, law, Arrays.copyOfRange(payload, offset, offset + length)));
  }

  static Piece next(BlockingQueue<Piece> of) throws InterruptedException {
    var piece = of.poll(10, TimeUnit.SECONDS);
    if (piece == null) throw new AssertionError("Nothing went by in ten seconds.");
    return piece;
  }
}
