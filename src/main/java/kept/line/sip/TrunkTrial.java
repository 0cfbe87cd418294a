package kept.line.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import kept.line.sip.TrunkReport.Finding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries a trunk once, as somebody who waits for it wants to know: is the name right, does anybody
/// listen, do they take our password. It registers where the trunk wants that, else it asks what
/// the trunk can do. For one thread, which waits.
final class TrunkTrial {
  private static final Logger LOG = LoggerFactory.getLogger(TrunkTrial.class);
  /// Longer than a provider needs who is there at all.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Signalling signalling;
  private final Trunk trunk;
  private final Resolver resolver;
  private final Exchanges exchanges;
  private final TrunkRequests requests;
  private final String callId = UUID.randomUUID() + "@kept";
  private final String localTag = Messages.tag();
  private long cseq;

  TrunkTrial(Signalling signalling, Trunk trunk, Resolver resolver) {
    this.signalling = signalling;
    this.trunk = trunk;
    this.resolver = resolver;
    exchanges = new Exchanges(signalling);
    requests = new TrunkRequests(signalling, trunk);
  }

  TrunkReport run() {
    if (signalling.stack().port(trunk.transport()) < 0) return TrunkReport.of(Finding.UNSENDABLE);
    try {
      var address = addresses().getFirst();
      if (Knock.isClosed(address, trunk.transport(), PATIENCE))
        return TrunkReport.of(Finding.PORT_CLOSED);
      return ask(address);
    } catch (SocketTimeoutException | TimeoutException silent) {
      return TrunkReport.of(Finding.SILENT);
    } catch (IOException unknown) {
      return TrunkReport.of(Finding.NO_SUCH_NAME);
    } catch (ParseException | InvalidArgumentException | RuntimeException cannot) {
      LOG.debug("A trial of a trunk could not be written.", cannot);
      return TrunkReport.of(Finding.UNSENDABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TrunkReport.of(Finding.SILENT);
    }
  }

  /// A name server that says nothing is a name that leads nowhere.
  private List<InetSocketAddress> addresses() throws IOException, InterruptedException {
    var found = new CompletableFuture<List<InetSocketAddress>>();
    Thread.ofVirtual().name("trunk").start(() -> {
      try {
        found.complete(resolver.resolve(trunk.host(), trunk.port(), trunk.transport()));
      } catch (IOException | RuntimeException unknown) {
        found.completeExceptionally(unknown);
      }
    });
    try {
      return found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      throw new IOException("The name leads nowhere.", unknown);
    }
  }

  private TrunkReport ask(InetSocketAddress address)
      throws ParseException, InvalidArgumentException, TimeoutException, InterruptedException {
    long began = System.nanoTime();
    var answer = send(address, null);
    var took = Duration.ofNanos(System.nanoTime() - began);
    var proves = TrunkRequests.isChallenge(answer) && trunk.credentials() != null;
    if (proves) answer = send(address, answer);
    var finding = finding(answer, proves);
    var registered = finding == Finding.WORKS && trunk.registers();
    var granted = registered ? Duration.ofSeconds(TrunkRequests.granted(answer)) : Duration.ZERO;
    return new TrunkReport(finding, answer.getStatusCode(), took, granted);
  }

  private Response send(InetSocketAddress address, @Nullable Response challenge)
      throws ParseException, InvalidArgumentException, TimeoutException, InterruptedException {
    var request = request(address);
    var credentials = trunk.credentials();
    if (challenge != null && credentials != null) requests.prove(request, challenge, credentials);
    var answer = new CompletableFuture<Response>();
    exchanges.send(
        request,
        trunk.transport(),
        answer::complete,
        () -> answer.completeExceptionally(new TimeoutException()));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException silent) {
      throw new TimeoutException();
    }
  }

  private Request request(InetSocketAddress address)
      throws ParseException, InvalidArgumentException {
    var turn = new TrunkRequests.Turn(callId, localTag, ++cseq);
    return trunk.registers() ? requests.register(address, turn) : requests.options(address, turn);
  }

  private Finding finding(Response answer, boolean proven) {
    int code = answer.getStatusCode();
    if (code < 300) return Finding.WORKS;
    if (TrunkRequests.isChallenge(answer))
      return proven ? Finding.WRONG_PASSWORD : Finding.ASKS_WHO_WE_ARE;
    return switch (code) {
      case Response.FORBIDDEN -> proven ? Finding.WRONG_PASSWORD : Finding.FORBIDDEN;
      case Response.NOT_ACCEPTABLE_HERE, Response.NOT_ACCEPTABLE -> Finding.NO_COMMON_SOUND;
      case Response.NOT_FOUND -> trunk.registers() ? Finding.NO_SUCH_USER : Finding.WORKS;
      // Whoever answers that it knows no OPTIONS is there.
      default -> !trunk.registers() && code < 500 ? Finding.WORKS : Finding.REFUSED;
    };
  }
}
