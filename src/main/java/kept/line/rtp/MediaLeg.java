package kept.line.rtp;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One party's audio: what they say goes to sinks, to digits and to the legs that play it;
/// what they hear is the leg's one source.
///
/// Any thread may call; what is asked takes effect between two packets.
public final class MediaLeg implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MediaLeg.class);
  private static final long NANOS_PER_SAMPLE = 1_000_000_000 / Law.RATE;
  private static final long CLOSING_SECONDS = 2;

  private final Media media;
  private final PortPair ports;
  private final Loop loop;
  private final MediaEvents events;
  private final long opened = System.nanoTime();
  private final Taps taps = new Taps();
  private final Listeners listeners = new Listeners();
  private final Incoming incoming = new Incoming(this);
  private final Outgoing outgoing;
  private final Stream stream;
  private final Vigil vigil;
  private final Reports reports;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Terms terms;
  private volatile boolean muted;

  MediaLeg(Media media, PortPair ports, Loop loop, Pacer pacer, MediaEvents events) {
    this.media = media;
    this.ports = ports;
    this.loop = loop;
    this.events = events;
    vigil = new Vigil(media.settings().silence());
    stream = new Stream(ports.rtp());
    reports = new Reports(ports.rtcp(), stream, incoming.reception());
    outgoing = new Outgoing(this, pacer, stream);
  }

  void open() {
    loop.execute(() -> {
      loop.join(this);
      loop.watch(ports.rtp(), this::readRtp);
      loop.watch(ports.rtcp(), this::readRtcp);
    });
    outgoing.play(Source.SILENCE);
  }

  /// Where the party sends its audio; its reports go to the port above.
  public int port() {
    return ports.port();
  }

  public void agree(Agreement agreement) {
    settle(agreement, null);
  }

  /// As agreed, with a party whose signalling comes from here: behind a NAT its audio does so
  /// too.
  public void agree(Agreement agreement, InetAddress signalling) {
    settle(agreement, signalling);
  }

  private synchronized void settle(Agreement agreement, @Nullable InetAddress signalling) {
    vigil.begin();
    terms = Terms.of(agreement, signalling, terms);
  }

  public void play(Source source) {
    outgoing.play(source);
  }

  public Source source() {
    return outgoing.source();
  }

  /// From the next packet on nobody hears what this party says, neither a leg that plays it
  /// nor a sink: packet for packet there is silence. Its keys are passed on as ever.
  public void mute(boolean silenced) {
    muted = silenced;
  }

  public boolean isMuted() {
    return muted;
  }

  public void press(String digits) {
    outgoing.press(digits);
  }

  public void tap(Sink sink) {
    taps.add(sink);
  }

  public void untap(Sink sink) {
    taps.remove(sink);
  }

  /// How it fares; of a leg that is closed, how it fared. The figures are a packet old at
  /// most.
  public Quality quality() {
    VarHandle.acquireFence();
    return Quality.of(
        incoming.reception(),
        reports.rtcp(),
        stream.packets(),
        incoming.refused() + reports.refused());
  }

  /// Returns when the ports are free; but called from its own events at once, since they are
  /// told by the thread that frees them. Legs that played this one fall silent.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      outgoing.stop();
      for (var listener : listeners.close()) listener.lose(this);
      loop.execute(this::end);
    }
    if (loop.isHere()) return;
    try {
      if (!ended.await(CLOSING_SECONDS, TimeUnit.SECONDS))
        LOG.warn("The sockets of port {} are not closed yet.", port());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      var agreed = terms;
      if (agreed != null) reports.leave(loop.scratch(), agreed, elapsed());
      ports.close();
      loop.leave(this);
    } finally {
      media.closed(this, ports);
      ended.countDown();
    }
  }

  private boolean readRtp(Scratch scratch) throws IOException {
    var from = scratch.receive(ports.rtp());
    if (from == null) return false;
    incoming.take(scratch, from);
    return true;
  }

  private boolean readRtcp(Scratch scratch) throws IOException {
    var from = scratch.receive(ports.rtcp());
    if (from == null) return false;
    if (reports.take(scratch, terms, from)) vigil.hears();
    return true;
  }

  /// On the loop, each 100 ms.
  void round(Scratch scratch, long now) {
    var agreed = terms;
    if (agreed == null) return;
    reports.round(scratch, agreed, elapsed(), now);
    var since = vigil.look(agreed.receives(), now);
    if (since != null) tell(() -> events.silent(since));
  }

  @Nullable
  Terms terms() {
    return terms;
  }

  Taps taps() {
    return taps;
  }

  Listeners listeners() {
    return listeners;
  }

  void hears() {
    vigil.hears();
  }

  /// Now, in samples since the leg opened.
  long elapsed() {
    return (System.nanoTime() - opened) / NANOS_PER_SAMPLE;
  }

  void tellPlayed(Source.Clip clip) {
    tell(() -> events.played(clip));
  }

  void tellPressed(char digit) {
    tell(() -> events.pressed(digit));
  }

  private static void tell(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      LOG.warn("What happened to a leg's audio was not taken.", e);
    }
  }
}
