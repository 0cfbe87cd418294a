package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kept.line.sip.Identity;
import kept.platform.Delivery;
import kept.platform.Sender;
import kept.promises.PromiseId;
import kept.promises.Promises;
import kept.team.AgentId;

/// Rings one of us about a promise that is about to break, three times at most. Threads may
/// share this object.
public final class AlarmCaller implements Sender {
  private static final int MOST_TRIES = 3;
  private static final Duration LONGEST = Duration.ofSeconds(75);
  private static final Duration AGAIN = Duration.ofSeconds(45);

  private final Switchboard board;
  private final Promises promises;

  public AlarmCaller(Switchboard board, Promises promises) {
    this.board = board;
    this.promises = promises;
  }

  @Override
  public String kind() {
    return CallAlarms.KIND;
  }

  @Override
  public boolean isReady() {
    return board.reach().isOpen();
  }

  @Override
  public Outcome send(Delivery delivery) throws InterruptedException {
    var promise = promises.get(PromiseId.parse(delivery.body().path("promise").asString("")));
    if (!promise.isOpen()) return new Outcome.Refused("Nobody needs to be told any more.");
    var agent = AgentId.parse(delivery.address());
    var from = new Identity("A promise is about to break", "kept");
    var phones = board.reach().allPhonesOf(List.of(agent), from);
    if (phones.isEmpty()) return inVain(delivery, "No phone of theirs is registered.");
    var call = board.reach().line().place();
    var heard = new CompletableFuture<Boolean>();
    var says = delivery.body().path("says").asString("");
    board
        .conducts()
        .begin(call, new AlarmCall(board, call, new AlarmCall.Alarm(agent, promise, says), heard));
    try {
      return heard.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
          ? new Outcome.Sent("They picked up and heard it.")
          : inVain(delivery, "Nobody picked up.");
    } catch (TimeoutException | ExecutionException e) {
      call.hangUp();
      return inVain(delivery, "Nobody picked up.");
    }
  }

  private static Outcome inVain(Delivery delivery, String why) {
    return delivery.tries() >= MOST_TRIES
        ? new Outcome.Refused(why + " It was tried " + MOST_TRIES + " times.")
        : new Outcome.Later(why, AGAIN);
  }
}
