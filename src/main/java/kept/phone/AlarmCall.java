package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kept.customers.Customer;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.phone.CallOut.Wish;
import kept.promises.Promise;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One of us is rung and hears which promise is about to break; a 1 puts them through to whom
/// it was made.
final class AlarmCall implements Conduct {
  private static final Duration RINGS = Duration.ofSeconds(40);
  private static final int TIMES_SAID = 3;

  private final Switchboard board;
  private final Call call;
  private final Alarm alarm;
  private final CompletableFuture<Boolean> heard;
  private final Script script;
  private final Customer customer;
  private final @Nullable String number;
  private @Nullable Leg hears;

  record Alarm(AgentId agent, Promise promise, String says) {}

  /// @param heard becomes true once somebody picked up and heard it
  AlarmCall(Switchboard board, Call call, Alarm alarm, CompletableFuture<Boolean> heard) {
    this.board = board;
    this.call = call;
    this.alarm = alarm;
    this.heard = heard;
    script = new Script(call);
    var customers = board.house().customers();
    customer = customers.get(alarm.promise().customer());
    number = customers.knowledgeOf(customer.id()).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE)
        .map(Identity::value)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void begin() {
    var shown = board.reach().shown("A promise is about to break", "kept");
    call.ring(
        List.copyOf(board.reach().allPhonesOf(List.of(alarm.agent()), shown).keySet()));
    board.conducts().after(RINGS, call, () -> {
      if (hears == null) call.hangUp();
    });
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Answered answer -> answered(answer.leg());
      case CallEvent.Pressed key -> pressed(key);
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.Ended end -> {
        board.over(call);
        heard.complete(false);
      }
      default -> {}
    }
  }

  private void answered(Leg leg) {
    if (hears != null) return;
    hears = leg;
    for (var other : call.legs()) if (!other.equals(leg) && !other.isOver()) call.hangUp(other);
    say(leg, TIMES_SAID);
  }

  /// A mailbox hears it as well; it counts once it was said to the end.
  private void say(Leg leg, int times) {
    if (times == 0) {
      call.hangUp();
      return;
    }
    var way = number == null ? "" : " Press 1 to be put through to " + customer.firstName() + ".";
    var sentence = "This is Kept. " + alarm.says() + ". " + alarm.promise().what() + "." + way;
    script.say(leg, List.of(board.sounds().speak(sentence)), () -> {
      heard.complete(true);
      say(leg, times - 1);
    });
  }

  /// From here on it is a call like any other that one of us makes.
  private void pressed(CallEvent.Pressed key) {
    if (key.digit() != '1' || number == null || !key.leg().equals(hears)) return;
    heard.complete(true);
    script.stop(key.leg());
    var wish = new Wish(
        alarm.agent(), number, customer.name(), customer.id(), alarm.promise().id());
    var out = new CallOut(board, call, wish);
    board.conducts().put(call, out);
    out.begin(key.leg());
  }
}
