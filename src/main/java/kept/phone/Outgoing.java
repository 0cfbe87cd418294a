package kept.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.line.sip.Ending;
import kept.line.speech.Prompt;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One of our phones calls somebody: a colleague, a customer, or for help.
final class Outgoing implements Conduct {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 480;

  private final Switchboard board;
  private final Call call;
  private final @Nullable PhoneCall kept;
  private final AgentId agent;
  private final boolean forHelp;
  private final Deque<Target> ways;
  private final Script script;
  private final Talk talk;
  private boolean taken;

  /// @param kept null for a talk among ourselves and for a call for help
  /// @param ways where to ring, the next one when one of them has no way through
  Outgoing(
      Switchboard board,
      Call call,
      @Nullable PhoneCall kept,
      AgentId agent,
      boolean forHelp,
      List<Target> ways) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.agent = agent;
    this.forHelp = forHelp;
    this.ways = new ArrayDeque<>(ways);
    script = new Script(call);
    talk = new Talk(board, call, script);
  }

  @Override
  public @Nullable PhoneCall kept() {
    return kept;
  }

  @Override
  public Optional<Talk> talk() {
    return Optional.of(talk);
  }

  /// From the first digit on they are not free.
  @Override
  public Optional<AgentId> talking() {
    return taken ? talk.state().map(TalkState::agent) : Optional.of(agent);
  }

  @Override
  public void begin() {
    if (ways.isEmpty()) noWay(forHelp ? 0 : NOT_FOUND);
    else call.ring(List.of(ways.remove()));
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Ringing ringing -> {
        if (!taken) call.ringing();
        if (kept != null) board.calls().rang(kept.id());
      }
      case CallEvent.Answered answer -> answered(answer.leg());
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.Left party -> left(party.leg(), party.ending());
      case CallEvent.Ended end -> {
        board.over(call);
        if (kept != null) board.calls().end(kept.id(), Outcome.NOT_REACHED);
      }
      default -> {}
    }
    talk.happened(event);
  }

  private void answered(Leg leg) {
    var caller = call.caller();
    if (taken || leg.isCaller() || caller == null) return;
    taken = true;
    call.connect(leg);
    if (forHelp) board.helpCalls().answered(agent);
    talk.begins(kept, leg, caller, agent);
  }

  private void left(Leg leg, Ending why) {
    var caller = call.caller();
    if (leg.isCaller() || taken || caller == null || caller.isOver()) return;
    if (hasAnotherWay(ways, why)) call.ring(List.of(ways.remove()));
    else noWay(why.cause() == Ending.Cause.BARRED ? FORBIDDEN : why.code());
  }

  /// Another trunk helps where this one failed, not where somebody said no.
  static boolean hasAnotherWay(Deque<Target> ways, Ending why) {
    return !ways.isEmpty() && (why.code() == 0 || why.code() >= 500);
  }

  private void noWay(int code) {
    var caller = call.caller();
    if (forHelp && caller != null) {
      call.answer();
      script.say(caller, List.of(board.sounds().say(Prompt.NO_EMERGENCY_CALLS)), call::hangUp);
      board.helpCalls().failed(agent);
    } else call.refuse(code >= 400 ? code : UNAVAILABLE);
  }
}
