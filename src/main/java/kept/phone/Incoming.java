package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kept.frontdoor.Key;
import kept.frontdoor.Moment;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.rtp.Sound;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Somebody rings: what they hear, whose phones ring, who gets it, and what is left when
/// nobody could take it.
final class Incoming implements Conduct {
  private static final Duration KEYED = Duration.ofSeconds(20);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Plan plan;
  private final Script script;
  private final Ringers ringers;
  private final Waves waves;
  private final Turn turn;
  private final Talk talk;
  private final LegLog legs;
  private final Overflowing overflowing;
  private @Nullable Sound theirName;
  private boolean taken;

  Incoming(Switchboard board, Call call, PhoneCall kept, Plan plan) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.plan = plan;
    script = new Script(call);
    talk = new Talk(board, call, script);
    ringers = new Ringers(board, call, script, () -> board.announced(kept), this::takes);
    waves = new Waves(board, call, kept, plan, ringers, new Waves.Then() {
      @Override
      public void nobodyIsFree() {
        queue();
      }

      @Override
      public void inVain() {
        overflow();
      }
    });
    turn = new Turn(board, call, kept, script, waves::begin);
    legs = new LegLog(board, call, kept, ringers, talk);
    overflowing = new Overflowing(board, call, kept, plan, script);
  }

  @Override
  public PhoneCall kept() {
    return kept;
  }

  @Override
  public Optional<Talk> talk() {
    return Optional.of(talk);
  }

  @Override
  public void begin() {
    decide();
    // Nobody's phone waits for this.
    legs.arrived(call.caller());
  }

  private void decide() {
    if (board.isNuisance(kept)) overflowing.nuisance();
    else if (!board.isOpen())
      overflowing.closed(board.isHoliday() ? Moment.HOLIDAY : Moment.CLOSED);
    else if (board.isScreened(plan.screening(), kept))
      new Screen(board, call, kept, script).ask(this::named);
    else greet();
  }

  private void named(@Nullable Sound name) {
    theirName = name;
    greet();
  }

  /// Phones ring while the greeting is heard. Whoever may press a key is answered, or no key could
  /// reach us.
  private void greet() {
    var caller = call.caller();
    if (caller == null || caller.isOver()) return;
    var said = board.hello(plan);
    if (!said.isEmpty() || !plan.keys().isEmpty()) {
      board.answer(call, kept);
      script.say(caller, said, () -> call.aside(caller, board.sounds().ringBack()));
    } else {
      call.ringing();
      if (theirName != null) call.aside(caller, board.sounds().ringBack());
    }
    waves.begin();
  }

  @Override
  public void happened(CallEvent event) {
    legs.happened(event);
    talk.happened(event);
    switch (event) {
      case CallEvent.Answered answer -> {
        ringers.answered(answer.leg());
        overflowing.answered(answer.leg());
      }
      case CallEvent.Pressed key -> pressed(key);
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.TransferFailed failed -> lostOnTheWay(failed.from());
      case CallEvent.RecordingBegan tape -> overflowing.recordingBegan(tape);
      case CallEvent.RecordingFailed tape -> overflowing.recordingFailed();
      case CallEvent.Left party -> left(party.leg());
      case CallEvent.Ended end -> {
        turn.leaves();
        board.over(call);
        board.calls().end(kept.id(), overflowing.outcome());
      }
      default -> {}
    }
  }

  /// Everybody talks: they wait for whoever hangs up first.
  private void queue() {
    board.answer(call, kept);
    turn.begins(this::overflow);
  }

  private void overflow() {
    instead(overflowing::begin);
  }

  /// While phones ring somebody may still take it.
  @Override
  public void failed() {
    if (!ringers.areRinging()) instead(overflowing::sorry);
  }

  /// Nobody is to take it any more.
  private void instead(Runnable then) {
    if (taken || overflowing.begun() || callerIsGone()) return;
    turn.leaves();
    waves.stop();
    then.run();
  }

  private void pressed(CallEvent.Pressed key) {
    if (!key.leg().isCaller()) {
      ringers.pressed(key);
      return;
    }
    if (taken || overflowing.begun()) return;
    if (turn.waits()) {
      if (key.digit() == '1') ringBack();
    } else
      plan.keys().stream()
          .filter(each -> each.digit() == key.digit())
          .findFirst()
          .ifPresentOrElse(this::does, () -> everyone(key.digit()));
    board.facts().pressed(kept);
  }

  private void does(Key key) {
    switch (key.act()) {
      case RING_BACK -> ringBack();
      case VOICEMAIL -> {
        waves.stop();
        overflowing.message();
      }
      case PEOPLE -> {
        ringers.stop();
        waves.first(new Wave(key.agents(), KEYED));
      }
    }
  }

  /// Zero is always a person: everyone rings at once.
  private void everyone(char digit) {
    if (digit == '0') waves.first(new Wave(List.of(), KEYED));
  }

  private void ringBack() {
    turn.leaves();
    waves.stop();
    overflowing.ringBack();
  }

  /// One of us wants it: their phones ring too. Any thread may ask.
  void ringAlso(AgentId agent) {
    call.post(() -> {
      if (taken || overflowing.begun() || callerIsGone()) return;
      turn.leaves();
      ringers.ring(board.reach().allPhonesOf(List.of(agent), board.reach().shown(kept)));
    });
  }

  private void takes(Leg leg, AgentId agent) {
    var caller = call.caller();
    if (taken || overflowing.begun() || caller == null || caller.isOver()) {
      call.hangUp(leg);
      return;
    }
    taken = true;
    turn.leaves();
    board.conducts().holdOther(agent, kept.id());
    ringers.took(leg);
    if (theirName == null) connect(caller, leg, agent);
    else script.say(leg, List.of(theirName), () -> connect(caller, leg, agent));
  }

  private void connect(Leg caller, Leg leg, AgentId agent) {
    script.stop(caller);
    call.connect(leg);
    talk.begins(kept, caller, leg, agent);
  }

  /// Whoever should have got it did not, and the one who passed it on has gone.
  private void lostOnTheWay(Leg from) {
    if (!from.isOver()) return;
    taken = false;
    overflow();
  }

  private void left(Leg leg) {
    if (leg.isCaller()) {
      turn.leaves();
      waves.stop();
      return;
    }
    overflowing.left(leg);
    if (!taken && !turn.waits()) waves.someoneGaveUp();
  }

  private boolean callerIsGone() {
    var caller = call.caller();
    return caller == null || caller.isOver();
  }
}
