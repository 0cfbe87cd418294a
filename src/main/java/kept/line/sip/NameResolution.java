package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Where a trunk's name leads, in the order to be tried (RFC 3263 4).
///
/// An address in digits passes through. A name with a port is looked up for its address only.
/// A name alone goes by NAPTR, else by the SRV records of each transport we may use, else by
/// its address. It blocks on the network for some seconds at most: call it on a virtual
/// thread, never on the stack's. Threads may share it; the object's own lock guards the cache.
public final class NameResolution implements Resolver {

  /// One place to send to.
  record Target(Transport transport, InetSocketAddress address) {}

  /// How long an answer is kept. The JDK's provider does not tell the records' own time to
  /// live; trunks that move servers use a minute.
  static final Duration KEPT = Duration.ofSeconds(60);

  /// The most answers kept, and the most places tried.
  private static final int MOST_KEPT = 256;

  private static final int MOST_TARGETS = 16;

  /// What a transport is called in NAPTR, and before the domain in SRV (RFC 3263 4.1).
  private record Service(Transport transport, String naptr, String srv, int port) {}

  private static final List<Service> SERVICES = List.of(
      new Service(Transport.UDP, "SIP+D2U", "_sip._udp.", 5060),
      new Service(Transport.TCP, "SIP+D2T", "_sip._tcp.", 5060),
      new Service(Transport.TLS, "SIPS+D2T", "_sips._tcp.", 5061));

  private record Answer(List<Target> targets, Instant until) {}

  private final NameServer names;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LinkedHashMap<String, Answer> answers = new LinkedHashMap<>();

  /// By the DNS of this machine.
  public static NameResolution ofThisMachine(InstantSource clock) {
    return new NameResolution(new DnsNames("dns:"), clock, new SecureRandom());
  }

  NameResolution(NameServer names, InstantSource clock, RandomGenerator random) {
    this.names = names;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port, Transport transport)
      throws IOException {
    var targets = resolve(host, port, List.of(transport));
    if (targets.isEmpty()) throw new IOException("No server was found under this name.");
    return targets.stream().map(Target::address).distinct().toList();
  }

  /// The places for a host, the wanted transports first come first. Port 0 or less is none.
  /// Empty when the name leads nowhere; an `IOException` when nobody could be asked and
  /// nothing was kept.
  List<Target> resolve(String host, int port, List<Transport> wanted) throws IOException {
    var literal = literal(host);
    if (literal.isPresent()) return List.of(target(wanted.getFirst(), literal.get(), port));
    var name = host.toLowerCase(Locale.ROOT);
    var key = name + ':' + port + wanted;
    var kept = kept(key);
    if (kept.isPresent() && kept.get().until().isAfter(clock.instant()))
      return kept.get().targets();
    try {
      return keep(key, ask(name, port, wanted));
    } catch (IOException e) {
      if (kept.isEmpty()) throw e;
      return kept.get().targets();
    }
  }

  private List<Target> ask(String host, int port, List<Transport> wanted) throws IOException {
    if (port > 0) return addresses(host, port, wanted.getFirst());
    var targets = new ArrayList<Target>();
    for (var named : names(host, wanted)) {
      for (var srv : ordered(names.srv(named.name()))) {
        if (targets.size() < MOST_TARGETS)
          targets.addAll(addresses(srv.target(), srv.port(), named.transport()));
      }
    }
    return targets.isEmpty() ? addresses(host, 0, wanted.getFirst()) : List.copyOf(targets);
  }

  private record Named(Transport transport, String name) {}

  /// RFC 3263 4.1: what NAPTR says of the transports we may use, in its order; without NAPTR
  /// the SRV name of each.
  private List<Named> names(String host, List<Transport> wanted) throws IOException {
    var told = new ArrayList<Named>();
    var records = new ArrayList<>(names.naptr(host));
    records.sort(Comparator.comparingInt(NameServer.Naptr::order)
        .thenComparingInt(NameServer.Naptr::preference));
    for (var naptr : records) {
      if (!naptr.flags().equalsIgnoreCase("s")) continue;
      for (var transport : wanted) {
        if (service(transport).naptr().equalsIgnoreCase(naptr.service()))
          told.add(new Named(transport, naptr.replacement()));
      }
    }
    if (!told.isEmpty()) return told;
    return wanted.stream().map(one -> new Named(one, service(one).srv() + host)).toList();
  }

  private static Service service(Transport transport) {
    return SERVICES.stream()
        .filter(one -> one.transport() == transport)
        .findFirst()
        .orElseThrow();
  }

  /// RFC 2782: the least priority first, and among equals by chance, in proportion to weight.
  /// The target "." says that there is no such service.
  private List<NameServer.Srv> ordered(List<NameServer.Srv> records) {
    var left = new ArrayList<>(records);
    left.removeIf(srv -> srv.target().isEmpty());
    left.sort(
        Comparator.comparingInt(NameServer.Srv::priority).thenComparingInt(NameServer.Srv::weight));
    var ordered = new ArrayList<NameServer.Srv>();
    while (!left.isEmpty()) ordered.add(left.remove(drawn(left)));
    return ordered;
  }

  /// The index of the next, drawn among those of the first one's priority.
  private int drawn(List<NameServer.Srv> sorted) {
    var priority = sorted.getFirst().priority();
    var equals = sorted.stream().filter(srv -> srv.priority() == priority).toList();
    var mark = random.nextInt(equals.stream().mapToInt(NameServer.Srv::weight).sum() + 1);
    var sum = 0;
    for (var at = 0; at < equals.size(); at++) {
      sum += equals.get(at).weight();
      if (sum >= mark) return at;
    }
    return 0;
  }

  private List<Target> addresses(String host, int port, Transport transport) throws IOException {
    return names.addresses(host).stream()
        .limit(MOST_TARGETS)
        .map(address -> target(transport, address, port))
        .toList();
  }

  private static Target target(Transport transport, InetAddress address, int port) {
    return new Target(
        transport,
        new InetSocketAddress(address, port > 0 ? port : service(transport).port()));
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private synchronized Optional<Answer> kept(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  private synchronized List<Target> keep(String key, List<Target> targets) {
    answers.remove(key);
    answers.put(key, new Answer(targets, clock.instant().plus(KEPT)));
    if (answers.size() > MOST_KEPT) answers.pollFirstEntry();
    return targets;
  }
}
