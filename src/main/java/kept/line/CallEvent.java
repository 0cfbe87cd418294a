package kept.line;

import java.nio.file.Path;
import kept.line.sip.Ending;

/// What happened in a call. `nanos` is the monotonic clock, good for how long something took
/// and nothing else.
public sealed interface CallEvent {
  long nanos();

  /// This party's phone rings.
  record Ringing(Leg leg, long nanos) implements CallEvent {}

  /// Somebody took it. Whether they get the call is for [Call#connect] to say.
  record Answered(Leg leg, long nanos) implements CallEvent {}

  /// These two hear each other.
  record Connected(Leg one, Leg other, long nanos) implements CallEvent {}

  /// This party is in the conversation of the others as well.
  record Joined(Leg leg, long nanos) implements CallEvent {}

  /// A key, once for a press.
  record Pressed(Leg leg, char digit, long nanos) implements CallEvent {}

  /// A clip that does not repeat was heard to its end.
  record Played(Leg leg, long nanos) implements CallEvent {}

  /// `by` put the other party on hold, by its own phone or by [Call#hold]. Of three or more it
  /// is only `by` who neither hears nor is heard.
  record Held(Leg by, long nanos) implements CallEvent {}

  record Resumed(Leg by, long nanos) implements CallEvent {}

  /// `to` has taken the place of `from`.
  record Transferred(Leg from, Leg to, long nanos) implements CallEvent {}

  /// Nobody took it: all is as before, `from` still talks. `code` is the status, 404 for a
  /// number that leads nowhere, 403 out of a conference.
  record TransferFailed(Leg from, int code, long nanos) implements CallEvent {}

  /// What this party says and hears is written into this file from now on.
  record RecordingBegan(Leg leg, Path file, long nanos) implements CallEvent {}

  /// The disk takes nothing: it was not begun, or ends early. The call goes on.
  record RecordingFailed(Leg leg, long nanos) implements CallEvent {}

  /// Nothing is heard from this party any more, neither sound nor report: their phone or their
  /// network is gone.
  record Lost(Leg leg, long nanos) implements CallEvent {}

  /// A party is out of the call.
  record Left(Leg leg, Ending ending, long nanos) implements CallEvent {}

  /// The last event of a call: the ending of the party that ended it.
  record Ended(Ending ending, long nanos) implements CallEvent {}
}
