package kept.phone;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.speech.Prompt;
import kept.phone.TalkState.Tape;

/// The recording of a talk: everybody in it is told before it begins, when it pauses and before it
/// goes on. In the call's mailbox.
final class TalkTape {
  private static final String WHO = "the agent";
  /// No prompt is longer. Who put the other on hold meanwhile cut it off, and it is said again.
  private static final Duration SAID = Duration.ofSeconds(5);

  private final Switchboard board;
  private final Call call;
  private final Script script;
  private final Talk talk;
  private Tape state = Tape.OFF;
  /// Which sentence was said last: what was to follow an earlier one does not.
  private int sentence;

  TalkTape(Switchboard board, Call call, Script script, Talk talk) {
    this.board = board;
    this.call = call;
    this.script = script;
    this.talk = talk;
  }

  void begins(CallId id) {
    if (state == Tape.ON || state == Tape.PAUSED) return;
    become(Tape.ON);
    say(
        Prompt.THIS_CALL_IS_RECORDED,
        theirs -> call.record(theirs, board.tapes().talkOf(id)));
  }

  /// What is said meanwhile is nowhere, also where it cannot be written down that it is not.
  void pauses() {
    if (state != Tape.ON) return;
    call.pauseRecording(WHO);
    become(Tape.PAUSED);
    say(Prompt.RECORDING_PAUSED, theirs -> {});
  }

  void goesOn() {
    if (state != Tape.PAUSED) return;
    become(Tape.ON);
    say(Prompt.RECORDING_RESUMED, theirs -> call.resumeRecording(WHO));
  }

  /// Whoever comes in later is told as well, and with them all.
  void joined() {
    if (state == Tape.ON) say(Prompt.THIS_CALL_IS_RECORDED, theirs -> {});
  }

  void happened(CallId id, CallEvent event) {
    if (event instanceof CallEvent.RecordingBegan began)
      board.calls().recorded(id, began.file().getFileName().toString());
    if (event instanceof CallEvent.RecordingFailed) become(Tape.FAILED);
  }

  private void become(Tape next) {
    state = next;
    talk.taped(next);
  }

  private void say(Prompt prompt, Consumer<Leg> then) {
    var mine = ++sentence;
    var sound = board.sounds().say(prompt);
    var everybody = talk.everybody();
    if (everybody.isEmpty()) return;
    var theirs = everybody.getFirst();
    for (var leg : everybody)
      script.say(leg, List.of(sound), () -> {
        call.back(leg);
        if (!leg.equals(theirs) || sentence != mine) return;
        sentence++;
        then.accept(theirs);
      });
    board.conducts().after(SAID, call, () -> {
      if (sentence == mine) say(prompt, then);
    });
  }
}
