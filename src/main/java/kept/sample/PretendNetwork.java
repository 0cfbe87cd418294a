package kept.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import kept.line.Line;
import kept.line.LineSettings;
import kept.line.rtp.MediaSettings;
import kept.line.rtp.Source;
import kept.line.sdp.Secrecy;
import kept.line.sip.Destination;
import kept.line.sip.Gate;
import kept.line.sip.PhoneEvents;
import kept.line.sip.SipSettings;
import kept.line.sip.TollRules;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import kept.line.sip.Trunks;
import kept.line.speech.Prompts;
import kept.line.speech.Tones;
import kept.phone.Calls;
import kept.platform.Refusal;

/// A telephone network that exists on this machine only: the carrier whose trunk the sample shop
/// has, everybody who rings it, and the phones on the desks of its team.
///
/// It speaks real SIP and sends real sound, over a line of its own at another address of loopback,
/// so the shop's line cannot tell it from the world. Threads may share this object.
public final class PretendNetwork implements AutoCloseable {
  static final String ADDRESS = "127.0.0.2";
  private static final InetAddress HERE = InetAddress.ofLiteral(ADDRESS);
  /// Two for each leg, apart from those that the shop's own line has by default.
  private static final int FIRST_PORT = 17_400;

  private static final int LAST_PORT = 17_999;
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration PING = Duration.ofSeconds(30);

  private final Exchange exchange;
  private final CompletableFuture<Shop> shop = new CompletableFuture<>();
  private final AtomicInteger rang = new AtomicInteger();
  private final InstantSource clock;
  private Line line; // guarded by this
  /// Where the phones registered last; -1 while they have not.
  private volatile int registeredAt = -1;

  /// Where the shop's line listens, which may change.
  private record Shop(String host, IntSupplier port) {
    InetSocketAddress address() throws IOException {
      var open = port.getAsInt();
      if (open < 0) throw new IOException("The shop’s line is closed.");
      return new InetSocketAddress(host, open);
    }
  }

  /// A button and where it is sent.
  public record Press(String words, String action) {}

  private PretendNetwork(Exchange exchange, InstantSource clock) throws IOException {
    this.exchange = exchange;
    this.clock = clock;
    line = new Line(settings(0), exchange);
    line.listen();
  }

  /// Sets the shop's telephone up with it; empty, and nothing is set up, where this machine does
  /// not let anybody have the address.
  public static Optional<PretendNetwork> open(ShopPhones phones, Calls calls, InstantSource clock) {
    phones.clear();
    var exchange = new Exchange(calls, phones.add());
    try {
      var network = new PretendNetwork(exchange, clock);
      phones.connect(network.line.port(Transport.UDP));
      return Optional.of(network);
    } catch (IOException noSuchAddress) {
      phones.clear();
      return Optional.empty();
    }
  }

  /// The shop's line is open there: the phones register, and whoever rings reaches it.
  public void reach(String host, IntSupplier port) {
    shop.complete(new Shop(host, port));
  }

  /// The next of those who ring in turn.
  void somebodyRings() {
    var turn = Math.floorMod(rang.getAndIncrement(), Ringer.IN_TURN.size());
    ring(Ringer.IN_TURN.get(turn), Does.WAITS);
  }

  /// Returns when it rings somewhere, or somebody took the call.
  PretendCaller ring(Ringer who, Does does) {
    var reached = shop.getNow(null);
    if (reached == null) throw new Refusal("The shop’s line is not open yet.");
    var port = reached.port().getAsInt();
    if (port < 0) throw new Refusal("The shop’s line is closed.");
    var caller = exchange.caller(lineTo(port).place(), who, does);
    caller.ring(new Destination(
        ShopPhones.NUMBER, reached.host(), port, Transport.UDP, reached.host(), false, null, null));
    return caller;
  }

  /// A line whose phones are registered at this port of the shop's. Where the shop's own line was
  /// opened anew they do so at once and not only when their time is over.
  private synchronized Line lineTo(int port) {
    if (registeredAt >= 0 && registeredAt != port) openAnew();
    var opened = line;
    await(() -> opened.trunks().stream().allMatch(Trunks.Health::usable));
    return opened;
  }

  private void openAnew() {
    var carrierPort = line.port(Transport.UDP);
    line.close();
    try {
      line = new Line(settings(carrierPort), exchange);
      line.listen();
    } catch (IOException taken) {
      throw new Refusal("The pretend network could not be opened again: " + taken.getMessage());
    }
  }

  /// Returns when the other phones have fallen silent, so that a page shows what is so.
  void pickUp(PretendPhone phone) {
    phone.pickUp();
    var caller = phone.caller();
    await(() -> exchange.phones().stream()
        .noneMatch(
            each -> each.state() == PretendPhone.State.RINGS && each.caller().equals(caller)));
  }

  /// Returns when it rests.
  void hangUp(PretendPhone phone) {
    phone.hangUp();
    await(() -> phone.state() == PretendPhone.State.RESTS);
  }

  /// Waits for this, but not long.
  private static void await(BooleanSupplier fact) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!fact.getAsBoolean() && System.nanoTime() < until)
      LockSupport.parkNanos(MOMENT.toNanos());
  }

  /// What somebody who looks around can do now, as buttons: another call, and a hand at each phone
  /// that rings or is in one.
  public List<Press> presses() {
    var presses = new ArrayList<>(List.of(new Press("Somebody rings", CallRoutes.CALLS)));
    for (var phone : exchange.phones()) {
      switch (phone.state()) {
        case RESTS -> {}
        case RINGS ->
          presses.add(new Press("Pick up " + phone.name() + "’s phone", CallRoutes.answer(phone)));
        case TALKS ->
          presses.add(new Press("Put " + phone.name() + "’s phone down", CallRoutes.hangUp(phone)));
      }
    }
    return presses;
  }

  List<PretendCaller> callers() {
    return exchange.callers();
  }

  List<PretendPhone> phones() {
    return exchange.phones();
  }

  private LineSettings settings(int port) {
    return new LineSettings(
        new SipSettings(HERE, port, -1, HERE, null, "Pretend", SipSettings.Times.USUAL),
        new MediaSettings(HERE, FIRST_PORT, LAST_PORT, SILENCE),
        new Gate.Guards(
            "pretend",
            false,
            (user, realm, algorithm) -> Optional.empty(),
            PhoneEvents.NOBODY,
            (host, unset, transport) -> whereTheShopIs(),
            TollRules.none(Set.of()),
            clock,
            ZoneOffset.UTC),
        exchange.phones().stream().map(PretendNetwork::registering).toList(),
        Secrecy.CLEAR,
        new Source.Clip(new Prompts().music(), true),
        new Source.Clip(Tones.sound(Tones.Region.US, Tones.Tone.RING_BACK), true));
  }

  /// A phone registers as a line does that has a trunk to register with.
  private static Trunk registering(PretendPhone phone) {
    return new Trunk(
        phone.credentials().user(),
        "kept",
        0,
        Transport.UDP,
        phone.credentials(),
        true,
        1,
        1,
        PING);
  }

  /// Waits until it is known.
  private List<InetSocketAddress> whereTheShopIs() throws IOException {
    try {
      var address = shop.join().address();
      registeredAt = address.getPort();
      return List.of(address);
    } catch (CancellationException closed) {
      throw new IOException("The network is closed.", closed);
    }
  }

  @Override
  public synchronized void close() {
    line.close();
    shop.cancel(false);
  }
}
