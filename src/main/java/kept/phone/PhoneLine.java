package kept.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.line.Line;
import kept.line.LineSettings;
import kept.line.rtp.MediaSettings;
import kept.line.rtp.Source;
import kept.line.sdp.Secrecy;
import kept.line.sip.Gate;
import kept.line.sip.NameResolution;
import kept.line.sip.SipSettings;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import kept.line.sip.Trunks;
import kept.platform.Loop;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Keeps the line open as it is set up: on the one process that holds its lock, opened anew when
/// the set-up changed and nobody talks. Threads may share this object.
public final class PhoneLine implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final PhoneSettings settings;
  private final LineLock lock;
  private final Switchboard board;
  private final House house;
  private final InstantSource clock;
  private final Loop loop;
  private @Nullable SetUp open; // of the loop's thread
  private Set<CallId> suspected = Set.of(); // of the loop's thread
  private volatile @Nullable Line line;

  /// What the line is set up from.
  public record House(
      ShopTrunks trunks,
      ShopLines lines,
      Phones phones,
      Recordings sound,
      ShopTolls tolls,
      ZoneId zone,
      Path recordings) {}

  /// What the line has to be opened anew for.
  private record SetUp(List<Trunk> trunks, String region, Set<String> countries) {}

  private PhoneLine(
      PhoneSettings settings, LineLock lock, Switchboard board, House house, InstantSource clock) {
    this.settings = settings;
    this.lock = lock;
    this.board = board;
    this.house = house;
    this.clock = clock;
    look();
    loop = Loop.start("line", clock, this::look);
  }

  /// @throws UncheckedIOException when a port is taken
  public static PhoneLine open(
      PhoneSettings settings, LineLock lock, Switchboard board, House house, InstantSource clock) {
    return new PhoneLine(settings, lock, board, house, clock);
  }

  /// The port of SIP; -1 while nothing is set up, or another process holds the line.
  public int port() {
    var opened = line;
    return opened == null ? -1 : opened.port(Transport.UDP);
  }

  /// The port of SIP over TLS; -1 while none is open here.
  public int tlsPort() {
    var opened = line;
    return opened == null ? -1 : opened.port(Transport.TLS);
  }

  /// Where phones register, as they are told: "192.168.1.5:5060"; our own port while none is open.
  public String address() {
    var port = port();
    return settings.advertised().getHostAddress() + ":" + (port < 0 ? settings.port() : port);
  }

  /// Whether this phone can ring now.
  public boolean isRegistered(Phone phone) {
    var opened = line;
    return opened != null && !opened.phonesOf(phone.userName()).isEmpty();
  }

  /// What each trunk says of itself, by its name; nothing while the line is not open here.
  public Map<String, Trunks.Health> health() {
    var opened = line;
    if (opened == null) return Map.of();
    return opened.trunks().stream()
        .collect(Collectors.toMap(Trunks.Health::trunk, Function.identity()));
  }

  /// Tries this trunk now, and waits for what it says.
  public TrunkVerdict test(TrunkId id) {
    var trunk = house.trunks().ready(id);
    var tried = awaited();
    var said = tried.test(trunk);
    // Whoever tries it right after a change meets the line that closes because of it.
    if (tried != line) said = awaited().test(trunk);
    var time = new ShopTime(house.zone());
    return TrunkVerdict.of(said, trunk, settings.advertised(), time, clock.instant());
  }

  /// It is closed for a moment after its set-up changed, when whoever changed it tries it.
  private Line awaited() {
    var until = System.nanoTime() + BETWEEN_LOOKS.toNanos();
    while (line == null && System.nanoTime() < until) LockSupport.parkNanos(MOMENT.toNanos());
    var opened = line;
    if (opened == null)
      throw new Refusal("The phone line is not open here. Try again in a few seconds.");
    return opened;
  }

  /// The set-up is another one.
  public void wake() {
    loop.wake();
  }

  private Instant look() {
    if (!lock.isHeld() && !lock.take()) {
      shut();
    } else {
      var wanted = setUp();
      if (line != null && !wanted.equals(open) && board.conducts().carried().isEmpty()) shut();
      endDead();
      house.sound().settle();
      if (line == null && isWanted(wanted)) open(wanted);
    }
    return board.conducts().remind(clock.instant(), BETWEEN_LOOKS);
  }

  /// While the line is closed nobody carries a call. While it is open, one that just arrived may
  /// not be carried yet: dead is what two looks in a row do not find.
  private void endDead() {
    board.calls().carries(board.conducts().carried());
    var uncarried = board.calls().live().stream()
        .filter(call -> call.carrier() == Carrier.LINE)
        .map(PhoneCall::id)
        .collect(Collectors.toSet());
    uncarried.removeAll(board.conducts().carried());
    var dead = new HashSet<>(uncarried);
    if (line != null) dead.retainAll(suspected);
    board.calls().endDead(dead);
    dead.forEach(board.legs()::died);
    suspected = uncarried;
  }

  /// A shop that never set up a phone opens no port for one.
  private boolean isWanted(SetUp wanted) {
    return !wanted.trunks().isEmpty()
        || !wanted.countries().isEmpty()
        || !house.phones().list().isEmpty();
  }

  private SetUp setUp() {
    var countries = new TreeSet<String>();
    for (var ours : house.lines().list()) countries.add(PhoneNumbers.country(ours.number()));
    return new SetUp(house.trunks().ready(), board.reach().region(), countries);
  }

  private void open(SetUp wanted) {
    try {
      Files.createDirectories(house.recordings());
      var opened = new Line(line(wanted), board);
      line = opened;
      open = wanted;
      board.reach().use(opened);
      opened.listen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LineSettings line(SetUp wanted) {
    var tolls = house.tolls().rules(wanted.countries(), wanted.region(), clock.instant());
    return new LineSettings(
        new SipSettings(
            settings.bind(),
            settings.port(),
            settings.tlsPort(),
            settings.advertised(),
            settings.tls(),
            "Kept",
            SipSettings.Times.USUAL),
        new MediaSettings(settings.bind(), settings.firstPort(), settings.lastPort(), SILENCE),
        new Gate.Guards(
            Phones.REALM,
            false,
            house.phones(),
            new Sightings(house.phones()),
            NameResolution.ofThisMachine(clock),
            tolls,
            clock,
            house.zone()),
        wanted.trunks(),
        Secrecy.CLEAR,
        new Source.Clip(board.sounds().music(), true),
        board.sounds().ringBack());
  }

  private void shut() {
    var opened = line;
    if (opened == null) return;
    line = null;
    board.reach().use(null);
    opened.close();
  }

  @Override
  public void close() {
    loop.close();
    shut();
    lock.close();
  }
}
