package kept.line.sip;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// All trunks, the preferred one first.
public final class Trunks implements AutoCloseable {
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(2);
  private final List<TrunkClient> clients;

  /// What an owner should know of a trunk.
  ///
  /// @param usable whether calls go over it now
  /// @param words what is wrong, in a sentence; empty when nothing is
  /// @param code the status it said last, 0 where it says nothing
  public record Health(String trunk, boolean usable, int code, String words) {}

  Trunks(Signalling signalling, List<Trunk> trunks, Gate.Guards guards) {
    clients = trunks.stream()
        .sorted(Comparator.comparingInt(Trunk::priority))
        .map(trunk -> new TrunkClient(signalling, trunk, guards.resolution()))
        .toList();
  }

  /// Until a trunk's name is looked up its calls are taken for those of a phone, and refused: so
  /// this waits for it, if not for long.
  void start() {
    var lookedUp = clients.stream().map(TrunkClient::start).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(lookedUp)
        .completeOnTimeout(null, LONGEST_LOOK_UP.toMillis(), MILLISECONDS)
        .join();
  }

  /// Where this number can be called, first choice first.
  List<Destination> to(String number) {
    return clients.stream()
        .filter(client -> client.health().usable())
        .map(client -> client.destination(number))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The trunk that sends from this address.
  Optional<String> from(InetAddress source) {
    return clients.stream()
        .filter(client -> client.sendsFrom(source))
        .map(TrunkClient::name)
        .findFirst();
  }

  List<Health> health() {
    return clients.stream().map(TrunkClient::health).toList();
  }

  @Override
  public void close() {
    clients.forEach(TrunkClient::close);
  }
}
