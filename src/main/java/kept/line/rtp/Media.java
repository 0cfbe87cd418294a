package kept.line.rtp;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// All audio of the process: the ports, two selector loops that relay, one pacer that plays.
///
/// Any thread may call.
public final class Media implements AutoCloseable {
  private final MediaSettings settings;
  private final Ports ports;
  private final List<Loop> loops = List.of(new Loop("line-relay-1"), new Loop("line-relay-2"));
  private final Pacer pacer = new Pacer("line-pacer");
  private final Set<MediaLeg> legs = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile boolean closed;

  public Media(MediaSettings settings) {
    this.settings = settings;
    ports = new Ports(settings);
    loops.forEach(Loop::start);
    pacer.start();
  }

  public MediaLeg open(MediaEvents events) throws NoPortLeft {
    if (closed) throw new IllegalStateException("The phone's audio is shut down.");
    var pair = ports.open();
    var loop = loops.get(Math.floorMod(turns.getAndIncrement(), loops.size()));
    var leg = new MediaLeg(this, pair, loop, pacer, events);
    legs.add(leg);
    leg.open();
    return leg;
  }

  /// Open now.
  public int legs() {
    return legs.size();
  }

  /// How often no pair of ports was left.
  public long refusals() {
    return ports.refusals();
  }

  @Override
  public void close() {
    closed = true;
    legs.forEach(MediaLeg::close);
    pacer.close();
    loops.forEach(Loop::close);
  }

  MediaSettings settings() {
    return settings;
  }

  void closed(MediaLeg leg, PortPair pair) {
    ports.release(pair);
    legs.remove(leg);
  }
}
