package kept.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Everybody who talks: one thread paces what they say, one hears all of it. A packet that is
/// sent while the measure is taken is looked for until half a second after.
final class Voices implements AutoCloseable {
  private static final long TICK = 1_000_000;
  private static final int TICKS = 20;
  private static final long EVEN = 20_000_000;

  private final Selector selector = Selector.open();
  private final List<Voice> talking = new CopyOnWriteArrayList<>();
  private volatile Voice[] paced = {};
  private final ByteBuffer in = ByteBuffer.allocateDirect(2048);
  private volatile boolean counts;
  private volatile boolean closed;
  private volatile long said;
  private volatile long heard;
  private volatile long others;
  private volatile Spread delays = new Spread(0);
  private volatile Spread unevenness = new Spread(0);
  private final Thread sender = Thread.ofPlatform().daemon().name("voices-say").start(this::send);
  private final Thread receiver =
      Thread.ofPlatform().daemon().name("voices-hear").start(this::receive);

  Voices() throws IOException {}

  /// What was found in a while.
  ///
  /// @param others packets that no voice of ours sent: prompts, silence
  /// @param delays from sending to hearing
  /// @param unevenness of the others: how far from 20 ms after the one before each came
  record Measure(long said, long heard, long others, Spread delays, Spread unevenness) {
    long lost() {
      return said - heard;
    }
  }

  /// From now on it is heard, and talks where `talks`.
  void join(Voice voice, boolean talks) throws ClosedChannelException {
    voice.channel().register(selector, SelectionKey.OP_READ, voice);
    selector.wakeup();
    if (!talks) return;
    talking.add(voice);
    paced = talking.toArray(Voice[]::new);
  }

  void leave(Voice voice) throws IOException {
    talking.remove(voice);
    paced = talking.toArray(Voice[]::new);
    voice.close();
    selector.wakeup();
  }

  Measure measure(int seconds, int packetsExpected) throws InterruptedException {
    delays = new Spread(packetsExpected);
    unevenness = new Spread(packetsExpected);
    said = 0;
    heard = 0;
    others = 0;
    counts = true;
    Thread.sleep(seconds * 1000L);
    counts = false;
    Thread.sleep(500);
    return new Measure(said, heard, others, delays, unevenness);
  }

  private void send() {
    long start = System.nanoTime();
    for (long tick = 0; !closed; tick++) {
      long due = start + tick * TICK;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
        LockSupport.parkNanos(this, left);
      var now = paced;
      for (int i = (int) (tick % TICKS); i < now.length; i += TICKS) say(now[i]);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by this thread alone
  private void say(Voice voice) {
    boolean counted = counts;
    try {
      voice.say(counted);
      if (counted) said++;
    } catch (IOException | RuntimeException leaving) {
      // It is closed, or nobody listens there any more.
    }
  }

  private void receive() {
    try {
      while (!closed) selector.select(this::read, 100);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    var voice = (Voice) key.attachment();
    try {
      while (voice.channel().read(in.clear()) > 0) hear(voice, System.nanoTime(), in.flip());
    } catch (IOException | RuntimeException leaving) {
      // As above.
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by this thread alone
  private void hear(Voice voice, long now, ByteBuffer packet) {
    if (Voice.isStamped(packet)) {
      long sent = Voice.sentAt(packet);
      if (sent == 0) return;
      heard++;
      delays.add(now - sent);
      return;
    }
    long since = voice.sinceLast(now);
    if (!counts || since == 0) return;
    others++;
    unevenness.add(Math.abs(since - EVEN));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    closed = true;
    selector.wakeup();
    sender.join();
    receiver.join();
    for (var key : selector.keys()) key.channel().close();
    selector.close();
  }
}
