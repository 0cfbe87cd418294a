package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The phone of one of us that Kept rings about something of its own, until it is in their hand. In
/// the call's mailbox.
final class OwnPhone {
  private static final Duration RINGS = Duration.ofSeconds(30);

  private final Switchboard board;
  private final Call call;
  private final AgentId agent;
  private final String shown;
  private final Ringers ringers;
  private final Consumer<Leg> inHand;
  private @Nullable Leg ours;

  /// @param shown who rings, as the phone says it
  /// @param inHand what happens once they picked it up
  OwnPhone(
      Switchboard board,
      Call call,
      Script script,
      AgentId agent,
      String shown,
      Consumer<Leg> inHand) {
    this.board = board;
    this.call = call;
    this.agent = agent;
    this.shown = shown;
    this.inHand = inHand;
    ringers = new Ringers(board, call, script, () -> "This is Kept. " + shown + ".", this::takes);
  }

  void ring() {
    var from = board.reach().shown(shown, DoorCalls.SHOWN);
    ringers.ring(board.reach().allPhonesOf(List.of(agent), from));
    board.conducts().after(RINGS, call, () -> {
      if (ours == null) call.hangUp();
    });
  }

  void answered(Leg leg) {
    ringers.answered(leg);
  }

  /// Whether this key was pressed by whoever has it in hand already.
  boolean pressed(CallEvent.Pressed key) {
    if (key.leg().equals(ours)) return true;
    ringers.pressed(key);
    return false;
  }

  private void takes(Leg leg, AgentId taker) {
    if (ours != null) {
      call.hangUp(leg);
      return;
    }
    ours = leg;
    ringers.stopBut(leg);
    inHand.accept(leg);
  }
}
