package kept.phone;

import java.util.Optional;
import kept.frontdoor.Plan;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.team.AgentId;

/// One of us hears a front door as a caller would. There is no call of a customer in it: no row, no
/// effort, no promise.
final class Rehearsal implements Conduct {
  private final Switchboard board;
  private final Call call;
  private final AgentId agent;
  private final RehearsedSounds sounds;
  private final Rehearsed when;
  private final Script script;
  private final OwnPhone phone;

  Rehearsal(Switchboard board, Call call, AgentId agent, Plan plan, Rehearsed when) {
    this.board = board;
    this.call = call;
    this.agent = agent;
    this.when = when;
    sounds = new RehearsedSounds(plan, board.sounds(), board.today());
    script = new Script(call);
    phone = new OwnPhone(board, call, script, agent, "Your front door", this::inHand);
  }

  @Override
  public Optional<AgentId> talking() {
    return Optional.of(agent);
  }

  @Override
  public void begin() {
    phone.ring();
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Answered answer -> phone.answered(answer.leg());
      case CallEvent.Pressed key -> pressed(key);
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.Ended end -> board.over(call);
      default -> {}
    }
  }

  private void inHand(Leg leg) {
    script.say(leg, sounds.when(when), call::hangUp);
  }

  /// Keys are heard while the shop is open, as in a call.
  private void pressed(CallEvent.Pressed key) {
    if (!phone.pressed(key) || when == Rehearsed.CLOSED || when == Rehearsed.HOLIDAY) return;
    var heard = sounds.pressed(key.digit());
    if (!heard.isEmpty()) script.say(key.leg(), heard, call::hangUp);
  }
}
