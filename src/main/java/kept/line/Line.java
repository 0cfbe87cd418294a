package kept.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kept.line.rtp.Media;
import kept.line.rtp.NoPortLeft;
import kept.line.sdp.Negotiation;
import kept.line.sdp.Secrecy;
import kept.line.sip.Destination;
import kept.line.sip.DialogId;
import kept.line.sip.Invitation;
import kept.line.sip.SipEdge;
import kept.line.sip.SipHandler;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import kept.line.sip.TrunkReport;
import kept.line.sip.Trunks;
import kept.line.speech.Recording;
import kept.line.speech.Recordings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The phone line: opens the sockets, takes and places calls once it listens. Any thread may use
/// it.
public final class Line implements SipHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  /// Bytes that recordings leave free on their disk.
  private static final long KEEP_FREE = 256L << 20;

  private static final Duration GOODBYE = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(5);

  private final LineSettings settings;
  private final LineHandler handler;
  private final Media media;
  private final Recordings recordings;
  private final SipEdge edge;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();

  /// @throws IOException when a port is taken, in words for people
  public Line(LineSettings settings, LineHandler handler) throws IOException {
    this.settings = settings;
    this.handler = handler;
    media = new Media(settings.media());
    recordings = new Recordings(settings.guards().clock(), KEEP_FREE);
    edge = new SipEdge(settings.sip(), this, settings.guards(), settings.trunks());
  }

  /// Takes calls from now on, and those that have waited since the sockets were opened. Returns
  /// when the trunks' names were looked up, after two seconds at most.
  public void listen() {
    edge.listen();
  }

  public int port(Transport transport) {
    return edge.port(transport);
  }

  /// Where the phones of this user ring now.
  public List<Destination> phonesOf(String user) {
    return edge.phonesOf(user);
  }

  /// Trunks that would carry a call to this number, the preferred one first.
  public List<Destination> trunksTo(String number) {
    return edge.trunksTo(number);
  }

  public List<Trunks.Health> trunks() {
    return edge.trunks();
  }

  /// Asks a trunk once whether it works; for some seconds at most.
  public TrunkReport test(Trunk trunk) {
    return edge.test(trunk);
  }

  /// Every call that is not over.
  public Collection<Call> calls() {
    return List.copyOf(calls.values());
  }

  /// Legs with open ports: 0 when nobody talks.
  public int legs() {
    return media.legs();
  }

  /// Recordings that are not written to their end.
  public int recordings() {
    return recordings.running();
  }

  /// Messages that ended in an exception of ours: always 0, or something is to be mended.
  public long failures() {
    return edge.failures();
  }

  public long turnedAway() {
    return edge.turnedAway();
  }

  /// A call that begins with us: nobody is in it until [Call#ring].
  public Call place() {
    return begin(null);
  }

  @Override
  public Arrival arriving(Invitation invitation) {
    return begin(invitation);
  }

  private Call begin(@Nullable Invitation invitation) {
    var call = new Call(this, invitation);
    calls.put(call.id(), call);
    return call;
  }

  LineHandler handler() {
    return handler;
  }

  /// What goes wrong with whoever hears it keeps nobody in the call: we hang up on the others.
  void tell(Call call, CallEvent event) {
    try {
      handler.happened(call, event);
    } catch (RuntimeException failed) {
      LOG.error("Call {}: {} came to nothing", call.id(), event.getClass().getSimpleName(), failed);
    }
  }

  LineSettings settings() {
    return settings;
  }

  SipEdge edge() {
    return edge;
  }

  void over(Call call) {
    calls.remove(call.id());
  }

  /// The leg of any call that is this dialog of ours.
  Optional<Leg> legOf(DialogId dialog) {
    return calls.values().stream()
        .flatMap(call -> call.legs().stream())
        .filter(leg -> leg.sip().dialogId().filter(dialog::equals).isPresent())
        .findFirst();
  }

  /// Gives a leg its ports.
  void open(Leg leg, Transport transport) throws NoPortLeft {
    var sound = media.open(leg.events());
    var secrecy = transport == Transport.TLS ? settings.secrecy() : Secrecy.CLEAR;
    leg.wire(
        sound, new Negotiation(settings.sip().advertised(), sound.port(), secrecy, SipEdge.laws()));
  }

  Recording record(Path file, Consumer<kept.line.speech.Ending> ended) throws IOException {
    return recordings.start(file, ended);
  }

  /// Everybody is hung up on; a call that takes longer than a second to end ends without a word.
  @Override
  public void close() {
    for (var call : calls()) call.hangUp();
    long until = System.nanoTime() + GOODBYE.toNanos();
    while (!calls.isEmpty() && System.nanoTime() < until) LockSupport.parkNanos(MOMENT.toNanos());
    edge.close();
    recordings.close();
    media.close();
  }
}
