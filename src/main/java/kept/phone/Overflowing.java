package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kept.frontdoor.Moment;
import kept.frontdoor.Plan;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.line.speech.Prompt;

/// What a caller gets whom nobody can take: a message to leave, a word that we ring back, another
/// number. In the call's mailbox.
final class Overflowing {
  private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(3);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Plan plan;
  private final Script script;
  private Outcome outcome = Outcome.MISSED;
  private boolean begun;
  private boolean elsewhere;

  Overflowing(Switchboard board, Call call, PhoneCall kept, Plan plan, Script script) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.plan = plan;
    this.script = script;
  }

  /// How the call ends, should nobody have talked with them.
  Outcome outcome() {
    return outcome;
  }

  boolean begun() {
    return begun;
  }

  /// Nobody's phone rings and nothing is owed; what they have to say is kept all the same.
  void nuisance() {
    takeMessageAfter(board.sounds().say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL));
    outcome = Outcome.NUISANCE;
  }

  void closed(Moment moment) {
    outcome = Outcome.CLOSED;
    var greetings = plan.greetings();
    var own = board
        .sounds()
        .greeting(greetings.at(moment))
        .or(() -> board.sounds().greeting(greetings.at(Moment.CLOSED)));
    takeMessageAfter(own.orElseGet(() -> board.sounds().say(Prompt.CLOSED)));
  }

  void begin() {
    switch (plan.overflow()) {
      case VOICEMAIL -> message();
      case RING_BACK -> sorry();
      case NUMBER -> elsewhere();
    }
  }

  void message() {
    takeMessageAfter(board.sounds().say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL));
  }

  /// They asked for it: their place is kept.
  void ringBack() {
    goodbye();
    board.facts().queued(kept);
  }

  private void goodbye() {
    say(board.sounds().weRingBack(), call::hangUp);
  }

  /// They hear that nobody can take it and that we ring back.
  void sorry() {
    say(
        Stream.of(Prompt.NOBODY_CAN_TAKE_YOUR_CALL, Prompt.WE_WILL_CALL_YOU_BACK, Prompt.GOODBYE)
            .map(board.sounds()::say)
            .toList(),
        call::hangUp);
  }

  /// An answering service has it then; still somebody of us rings back.
  private void elsewhere() {
    var ways = plan.elsewhere() == null ? List.<Target>of() : board.reach().over(plan.elsewhere());
    if (ways.isEmpty()) {
      message();
      return;
    }
    begun = true;
    elsewhere = true;
    call.ring(List.of(ways.getFirst()));
  }

  /// The other number answered.
  void answered(Leg leg) {
    if (!elsewhere || leg.isCaller()) return;
    elsewhere = false;
    call.connect(leg);
  }

  /// The other number did not take it.
  void left(Leg leg) {
    var caller = call.caller();
    if (!elsewhere || caller == null || caller.isOver()) return;
    elsewhere = false;
    message();
  }

  private void takeMessageAfter(Sound why) {
    say(
        List.of(why, board.sounds().say(Prompt.LEAVE_A_MESSAGE), board.sounds().beep()),
        this::takeMessage);
  }

  private void takeMessage() {
    var caller = call.caller();
    if (caller == null || caller.isOver()) return;
    call.record(caller, board.tapes().voicemailOf(kept.id()));
    board.conducts().after(LONGEST_MESSAGE, call, call::hangUp);
  }

  /// What they say now is kept.
  void recordingBegan(CallEvent.RecordingBegan tape) {
    if (!tape.file().equals(board.tapes().voicemailOf(kept.id()))) return;
    if (outcome != Outcome.NUISANCE) outcome = Outcome.VOICEMAIL;
    board.calls().recorded(kept.id(), tape.file().getFileName().toString());
  }

  /// The disk takes nothing more: nobody is to talk to nobody.
  void recordingFailed() {
    if (begun) goodbye();
  }

  /// Takes the call ourselves and says this.
  private void say(List<Sound> sounds, Runnable then) {
    begun = true;
    var caller = call.caller();
    if (caller == null || caller.isOver()) return;
    call.answer();
    script.say(caller, sounds, then);
    board.calls().answered(kept.id());
  }
}
