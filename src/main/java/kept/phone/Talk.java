package kept.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Consulting;
import kept.line.Leg;
import kept.phone.CallChanged.What;
import kept.phone.TalkState.Asked;
import kept.phone.TalkState.Tape;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The talk in a call: which of us has it, and everything that can be done with it. In the call's
/// mailbox; [#state] may be read by any thread.
final class Talk {
  private final Switchboard board;
  private final Call call;
  private final Script script;
  final HandingOver handing;
  final TalkTape tape;
  private final HoldReminder reminder;
  private @Nullable PhoneCall kept;
  private @Nullable Leg theirs;
  private @Nullable Leg ours;
  private @Nullable Leg third;
  private volatile @Nullable TalkState state;

  Talk(Switchboard board, Call call, Script script) {
    this.board = board;
    this.call = call;
    this.script = script;
    tape = new TalkTape(board, call, script, this);
    reminder = new HoldReminder(board, script);
    handing = new HandingOver(call);
  }

  /// None before somebody of us has it, and after.
  Optional<TalkState> state() {
    return Optional.ofNullable(state);
  }

  /// These two hear each other from now on; `kept` is null for a talk among ourselves.
  void begins(@Nullable PhoneCall kept, Leg theirs, Leg ours, AgentId agent) {
    this.kept = kept;
    this.theirs = theirs;
    this.ours = ours;
    state = TalkState.begun(agent);
    if (kept != null) board.calls().talks(kept, agent);
  }

  void happened(CallEvent event) {
    if (kept != null && state != null) tape.happened(kept.id(), event);
    switch (event) {
      case CallEvent.Held held -> held(held.by());
      case CallEvent.Resumed resumed -> resumed(resumed.by());
      case CallEvent.Connected pair -> connected(pair);
      case CallEvent.Transferred(var from, var to, var at) -> {
        if (from.equals(ours)) goesTo(to);
      }
      case CallEvent.TransferFailed failed -> failed(failed);
      case CallEvent.Joined party -> joined(party.leg());
      case CallEvent.Left party -> left(party.leg());
      default -> {}
    }
  }

  /// Of three, whoever holds steps aside, and nobody waits.
  private void held(Leg by) {
    var now = state;
    if (now == null || !by.equals(ours) || kept == null || third != null) return;
    state = now.held(board.moment());
    reminder.begins();
    board.facts().held(kept);
  }

  HoldReminder reminder() {
    return reminder;
  }

  void remind() {
    if (kept != null && ours != null && reminder.beeps(ours))
      board.facts().changed(kept, What.FORGOTTEN);
  }

  private void resumed(Leg by) {
    var now = state;
    if (now == null || !by.equals(ours) || kept == null) return;
    state = now.held(null);
    reminder.ends();
    board.facts().resumed(kept);
  }

  /// Our agent hears whoever was asked, or the other again.
  private void connected(CallEvent.Connected pair) {
    var now = state;
    if (now == null || now.asked() == null || !pair.one().equals(ours)) return;
    var alone = pair.other().equals(theirs);
    if (!alone) handing.isSettled();
    asked(alone ? null : new Asked(now.asked().name(), true));
  }

  /// Nobody took it: our agent has it still, and reads why.
  private void failed(CallEvent.TransferFailed event) {
    var missed = handing.failed(event);
    asked(null);
    var now = state;
    if (now == null || kept == null || missed == null || !event.from().equals(ours)) return;
    state = now.missing(missed);
    board.facts().notHandedOver(kept, missed.why());
  }

  private void asked(@Nullable Asked whom) {
    var now = state;
    if (now == null || kept == null) return;
    if (whom == null && now.asked() != null) board.facts().resumed(kept);
    reminder.ends();
    state = now.asking(whom);
    board.facts().changed(kept, What.CONSULTING);
  }

  /// Somebody else has it now: a third, who was asked first, or whom it was passed on to. Where it
  /// leaves the house nobody of us has it, and the two talk on.
  private void goesTo(Leg to) {
    var now = state;
    var warm = to.equals(third) || (now != null && now.asks());
    var ringer = handing.at(to);
    handing.isSettled();
    var next = ringer == null ? board.reach().agentAt(to) : ringer.agent();
    ours = to;
    third = null;
    reminder.ends();
    state = next == null ? null : now == null ? TalkState.begun(next) : now.of(next);
    if (kept == null) return;
    board.facts().resumed(kept);
    board.facts().handedOver(kept, warm);
    if (next != null) board.calls().talks(kept, next);
  }

  private void joined(Leg leg) {
    var now = state;
    if (now == null || kept == null) return;
    third = leg;
    board.facts().changed(kept, What.JOINED);
    tape.joined();
  }

  /// Without the other it is over for all; without our agent the third has it.
  private void left(Leg leg) {
    var now = state;
    if (now == null) return;
    if (leg.equals(theirs)) {
      state = null;
      if (third != null) call.hangUp();
    } else if (leg.equals(third)) {
      third = null;
      state = now.with(null);
      if (kept != null) board.facts().changed(kept, What.JOINED);
    } else if (leg.equals(ours)) {
      if (third != null) goesTo(third);
      else if (now.asked() == null) state = null;
    }
  }

  /// What the agent wants is done in its mailbox.
  Call call() {
    return call;
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
  void pass(HandingOver.To to) {
    var now = state;
    if (ours == null || now == null) return;
    state = now.missing(null);
    handing.pass(ours, to);
  }

  /// Asks somebody first while the other hears music.
  void ask(HandingOver.To to) {
    var now = state;
    if (now == null || ours == null || kept == null || now.asked() != null) return;
    board.facts().held(kept);
    asked(new Asked(to.name(), false));
    handing.ask(ours, to);
  }

  /// Whoever was asked gets the call, or is left.
  void settle(Consumer<Consulting> way) {
    handing.isSettled();
    if (state != null && state.asked() != null) way.accept(call.consulting());
  }

  /// Whoever was asked, the agent and the other hear each other.
  void join() {
    var now = state;
    if (now == null || now.asked() == null || !now.asks()) return;
    asked(null);
    state = now.with(now.asked().name());
    call.consulting().join();
  }

  /// Out of three: the other two talk on.
  void leave() {
    if (third != null && ours != null) call.hangUp(ours);
  }

  void taped(Tape tape) {
    var now = state;
    if (now == null || kept == null) return;
    state = now.taped(tape);
    board.facts().changed(kept, tape == Tape.PAUSED ? What.PAUSED : What.RECORDING);
  }

  /// The other first; nobody where nothing can be recorded.
  List<Leg> everybody() {
    if (state == null || kept == null) return List.of();
    return Stream.of(theirs, ours, third).filter(leg -> leg != null).toList();
  }

  void ringBackInstead() {
    var other = theirs;
    if (state == null || kept == null || other == null) return;
    board.calls().owesRingBack(kept.id());
    script.say(other, board.sounds().weRingBack(), call::hangUp);
  }
}
