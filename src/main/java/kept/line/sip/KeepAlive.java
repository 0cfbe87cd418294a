package kept.line.sip;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Pings every registered phone, so that NAT keeps its door open and a phone that crashed does
/// not ring on in silence.
final class KeepAlive implements AutoCloseable {
  private final Signalling signalling;
  private final Registrar registrar;
  private final Exchanges exchanges;
  private @Nullable Future<?> round;

  KeepAlive(Signalling signalling, Registrar registrar) {
    this.signalling = signalling;
    this.registrar = registrar;
    exchanges = new Exchanges(signalling);
  }

  void start() {
    round = signalling.timers().every(signalling.settings().times().keepAlive(), this::pingAll);
  }

  private void pingAll() {
    registrar.all().keySet().forEach(user -> {
      for (var binding : registrar.alive(user)) {
        exchanges.ping(
            binding.destination("phone.invalid"), () -> {}, () -> registrar.forget(user, binding));
      }
    });
  }

  @Override
  public void close() {
    if (round != null) round.cancel(false);
  }
}
