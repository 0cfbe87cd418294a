package kept.line.speech;

import java.util.Locale;

/// A sentence that the line itself can say, in any call, for any business.
///
/// A numeral is its own prompt and is said by [Prompts#youAreNumber].
public enum Prompt {
  NOBODY_CAN_TAKE_YOUR_CALL("Nobody can take your call right now."),
  LEAVE_A_MESSAGE("Please leave a message after the tone."),
  CLOSED("We are closed right now."),
  THIS_CALL_IS_RECORDED("This call is recorded."),
  RECORDING_PAUSED("Recording is paused."),
  RECORDING_RESUMED("Recording is resumed."),
  YOU_ARE_NUMBER("You are number"),
  IN_LINE("in line."),
  WE_WILL_CALL_YOU_BACK("We will call you back."),
  EVERYBODY_IS_TALKING("Everybody is on another call."),
  YOU_ARE_NEXT("You are next."),
  KEEP_YOUR_PLACE("Press 1, or simply hang up, and we call you back. You keep your place."),
  SAY_YOUR_NAME("Please say your name after the tone."),
  NO_EMERGENCY_CALLS("Emergency calls cannot be placed from here. Please use a mobile phone."),
  CALL_COULD_NOT_BE_PLACED("The call could not be placed."),
  GOODBYE("Goodbye.");

  private final String words;

  Prompt(String words) {
    this.words = words;
  }

  /// What is said, for those who read.
  public String words() {
    return words;
  }

  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".wav";
  }
}
