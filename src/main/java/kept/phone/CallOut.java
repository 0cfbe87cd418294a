package kept.phone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kept.customers.CustomerId;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.line.sip.Ending;
import kept.line.speech.Prompt;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Calls somebody for one of us: rings our phones first, and theirs once one of us has it in
/// hand. So nobody is ever called without a person there (law 6). What was rung and not
/// picked up by us is no attempt to reach them.
final class CallOut implements Conduct {
  private static final Duration OURS_RING = Duration.ofSeconds(30);

  private final Switchboard board;
  private final Call call;
  private final Wish wish;
  private final Script script;
  private final Talk talk;
  private final Ringers ringers;
  private final Deque<Target> ways = new ArrayDeque<>();
  private volatile @Nullable PhoneCall kept;
  private @Nullable LegLog legs;
  private @Nullable Leg ours;
  private boolean taken;

  /// Whom to call, for whom of us, and about which promise if any.
  ///
  /// @param number theirs, E.164
  record Wish(
      AgentId agent,
      String number,
      String name,
      CustomerId customer,
      @Nullable PromiseId about) {}

  CallOut(Switchboard board, Call call, Wish wish) {
    this.board = board;
    this.call = call;
    this.wish = wish;
    script = new Script(call);
    talk = new Talk(board, call, script);
    ringers =
        new Ringers(board, call, script, () -> "Your call to " + wish.name() + ".", this::inHand);
  }

  @Override
  public @Nullable PhoneCall kept() {
    return kept;
  }

  @Override
  public Optional<Talk> talk() {
    return Optional.of(talk);
  }

  @Override
  public Optional<AgentId> talking() {
    return taken ? talk.state().map(TalkState::agent) : Optional.of(wish.agent());
  }

  /// Rings ours.
  @Override
  public void begin() {
    var shown = board.reach().shown(wish.name(), wish.number());
    ringers.ring(board.reach().allPhonesOf(List.of(wish.agent()), shown));
    board.conducts().after(OURS_RING, call, () -> {
      if (ours == null) call.hangUp();
    });
  }

  /// This phone of ours is in somebody's hand already: only theirs rings.
  void begin(Leg inHand) {
    inHand(inHand, wish.agent());
  }

  @Override
  public void happened(CallEvent event) {
    if (legs != null) legs.happened(event);
    switch (event) {
      case CallEvent.Answered answer -> answered(answer.leg());
      case CallEvent.Pressed key -> ringers.pressed(key);
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.Left party -> left(party.leg(), party.ending());
      case CallEvent.Ended end -> ended();
      default -> {}
    }
    talk.happened(event);
  }

  @Override
  public void failed() {
    if (ours == null) call.hangUp();
    else if (!taken) noWay();
  }

  private void answered(Leg leg) {
    if (ringers.at(leg) != null) ringers.answered(leg);
    else if (!taken && ours != null && kept != null) {
      taken = true;
      call.bridge(ours, leg);
      talk.begins(kept, leg, ours, wish.agent());
    }
  }

  private void inHand(Leg leg, AgentId agent) {
    if (ours != null) return;
    ours = leg;
    ringers.stopBut(leg);
    var written = board.calls().callers().callOut(wish.number(), wish.customer(), wish.about());
    kept = written;
    legs = new LegLog(board, call, written, ringers, talk);
    ways.addAll(board.reach().over(wish.number()));
    call.aside(leg, board.sounds().ringBack());
    ringTheirs();
  }

  private void ringTheirs() {
    if (ways.isEmpty()) noWay();
    else call.ring(List.of(ways.remove()));
  }

  private void left(Leg leg, Ending why) {
    if (taken || ours == null || ours.isOver() || ringers.at(leg) != null) return;
    if (Outgoing.hasAnotherWay(ways, why)) ringTheirs();
    else noWay();
  }

  private void noWay() {
    if (ours == null) return;
    script.say(ours, List.of(board.sounds().say(Prompt.CALL_COULD_NOT_BE_PLACED)), call::hangUp);
  }

  private void ended() {
    board.over(call);
    var written = kept;
    if (written != null) board.calls().end(written.id(), Outcome.NOT_REACHED);
  }
}
