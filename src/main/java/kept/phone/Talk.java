package kept.phone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.line.speech.Prompt;
import kept.phone.CallChanged.What;
import kept.phone.Reach.Ringer;
import kept.phone.TalkState.Asked;
import kept.phone.TalkState.Tape;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The talk in a call: which of us has it, and everything that can be done with it. In the call's
/// mailbox; [#state] may be read by any thread.
final class Talk {
  /// Whoever hears music for so long is forgotten, and the one who holds hears a tone.
  private static final Duration FORGOTTEN = Duration.ofSeconds(60);

  private final Switchboard board;
  private final Call call;
  private final Script script;
  private final Map<Target, Ringer> asked = new HashMap<>();
  private @Nullable PhoneCall kept;
  private @Nullable Leg theirs;
  private @Nullable Leg ours;
  private volatile @Nullable TalkState state;

  Talk(Switchboard board, Call call, Script script) {
    this.board = board;
    this.call = call;
    this.script = script;
  }

  /// None before somebody of us has it, and after.
  Optional<TalkState> state() {
    return Optional.ofNullable(state);
  }

  /// Whose phone of ours was asked, or got the call passed on; null for any other.
  @Nullable
  Ringer at(Leg leg) {
    return leg.target() == null ? null : asked.get(leg.target());
  }

  /// These two hear each other from now on.
  ///
  /// @param kept null for a talk among ourselves
  void begins(@Nullable PhoneCall kept, Leg theirs, Leg ours, AgentId agent) {
    this.kept = kept;
    this.theirs = theirs;
    this.ours = ours;
    state = TalkState.begun(agent);
    if (kept != null) board.calls().talks(kept, agent);
  }

  void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Held held -> held(held.by());
      case CallEvent.Resumed resumed -> resumed(resumed.by());
      case CallEvent.Connected pair -> connected(pair);
      case CallEvent.Transferred transfer -> handed(transfer);
      case CallEvent.TransferFailed failed -> asked(null);
      case CallEvent.Left party -> left(party.leg());
      default -> {}
    }
  }

  private void held(Leg by) {
    var now = state;
    if (now == null || !by.equals(ours) || kept == null) return;
    state = now.held(board.moment());
    board.facts().held(kept);
    remember(by);
  }

  /// A caller is forgotten once they have heard music for a minute, and every minute after it.
  private void remember(Leg by) {
    board.after(FORGOTTEN, call, () -> {
      if (!by.isHolding() || !by.equals(ours) || kept == null) return;
      script.say(by, List.of(board.sounds().beep(), board.sounds().beep()), () -> {});
      board.facts().changed(kept, What.FORGOTTEN);
      remember(by);
    });
  }

  private void resumed(Leg by) {
    var now = state;
    if (now == null || !by.equals(ours) || kept == null) return;
    state = now.held(null);
    board.facts().resumed(kept);
  }

  /// Our agent hears whoever was asked, or the other again.
  private void connected(CallEvent.Connected pair) {
    var now = state;
    if (now == null || now.asked() == null || !pair.one().equals(ours)) return;
    asked(pair.other().equals(theirs) ? null : new Asked(now.asked().name(), true));
  }

  private void asked(@Nullable Asked whom) {
    var now = state;
    if (now == null || kept == null) return;
    if (whom == null && now.asked() != null) board.facts().resumed(kept);
    state = now.asking(whom);
    board.facts().changed(kept, What.CONSULTING);
  }

  /// Somebody else has it now: who was asked first, or whom it was passed on to.
  private void handed(CallEvent.Transferred transfer) {
    var now = state;
    if (!transfer.from().equals(ours)) return;
    var ringer = at(transfer.to());
    var next = ringer == null ? board.reach().agentAt(transfer.to()) : ringer.agent();
    var warm = now != null && now.asked() != null && now.asked().talking();
    ours = transfer.to();
    state = next == null ? null : now == null ? TalkState.begun(next) : now.of(next);
    if (kept == null) return;
    board.facts().resumed(kept);
    board.facts().handedOver(kept, warm);
    if (next != null) board.calls().talks(kept, next);
  }

  private void left(Leg leg) {
    var now = state;
    if (now == null) return;
    if (leg.equals(theirs) || (leg.equals(ours) && now.asked() == null)) state = null;
  }

  /// What the agent wants is done in the mailbox.
  void post(Runnable act) {
    call.post(act);
  }

  void mute(boolean on) {
    var now = state;
    if (now == null || ours == null) return;
    if (on) call.mute(ours);
    else call.unmute(ours);
    state = now.muted(on);
  }

  void hold(boolean on) {
    if (ours == null || state == null) return;
    if (on) call.hold(ours);
    else call.resume(ours);
  }

  void press(String digits) {
    if (theirs != null && state != null) call.press(theirs, digits);
  }

  /// Passes the call on at once: the other hears it ring.
  void pass(Map<Target, Ringer> to) {
    if (ours == null || state == null) return;
    asked.putAll(to);
    call.transfer(ours, List.copyOf(to.keySet()));
  }

  /// Asks somebody first while the other hears music.
  void ask(String name, Map<Target, Ringer> to) {
    var now = state;
    if (now == null || ours == null || kept == null || now.asked() != null) return;
    asked.putAll(to);
    board.facts().held(kept);
    asked(new Asked(name, false));
    call.consulting().begin(ours, List.copyOf(to.keySet()));
  }

  void handOver() {
    if (state != null && state.asked() != null) call.consulting().complete();
  }

  void backOut() {
    if (state != null && state.asked() != null) call.consulting().backOut();
  }

  /// Whoever was asked, the agent and the other hear each other.
  void join() {
    var now = state;
    if (now == null || now.asked() == null || !now.asked().talking()) return;
    var third = now.asked().name();
    asked(null);
    state = now.with(third);
    call.consulting().join();
  }

  /// The talk is written down once the other was told.
  void record() {
    var now = state;
    var other = theirs;
    if (now == null || kept == null || other == null || now.tape() != Tape.OFF) return;
    var id = kept.id();
    var file = board.tapes().talkOf(id);
    taped(Tape.ON);
    tell(Prompt.THIS_CALL_IS_RECORDED, () -> {
      call.record(other, file);
      board.calls().recorded(id, file.getFileName().toString());
    });
  }

  void pause(boolean on) {
    var now = state;
    if (now == null || now.tape() == Tape.OFF) return;
    if (on) call.pauseRecording("the agent");
    taped(on ? Tape.PAUSED : Tape.ON);
    tell(on ? Prompt.RECORDING_PAUSED : Prompt.RECORDING_RESUMED, () -> {
      if (!on) call.resumeRecording("the agent");
    });
  }

  private void taped(Tape tape) {
    var now = state;
    if (now == null || kept == null) return;
    state = now.taped(tape);
    board.facts().changed(kept, tape == Tape.PAUSED ? What.PAUSED : What.RECORDING);
  }

  /// Both hear it, then each other again.
  private void tell(Prompt prompt, Runnable then) {
    var one = theirs;
    var other = ours;
    if (one == null || other == null) return;
    script.sayToBoth(one, other, board.sounds().say(prompt), () -> {
      if (state == null) return;
      call.bridge(one, other);
      then.run();
    });
  }

  void ringBackInstead() {
    var other = theirs;
    if (state == null || kept == null || other == null) return;
    board.calls().owesRingBack(kept.id());
    var words = List.of(
        board.sounds().say(Prompt.WE_WILL_CALL_YOU_BACK), board.sounds().say(Prompt.GOODBYE));
    script.say(other, words, call::hangUp);
  }

  void end() {
    call.hangUp();
  }
}
