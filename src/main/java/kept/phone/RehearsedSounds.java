package kept.phone;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kept.frontdoor.Key;
import kept.frontdoor.Moment;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.line.rtp.Sound;
import kept.line.speech.Prompt;
import kept.platform.PhoneNumbers;

/// What a caller of this plan hears, in its order and at its pace. What only a real call
/// could do is said in a sentence instead, in a machine's voice.
record RehearsedSounds(Plan plan, Sounds sounds, LocalDate today) {
  /// People pick up at the second ring (ITU-T E.180).
  private static final Duration PICKS_UP = Duration.ofSeconds(6);

  private static final Duration SOME_MUSIC = Duration.ofSeconds(6);

  List<Sound> when(Rehearsed when) {
    var heard = new ArrayList<Sound>();
    heard.add(sounds.speak("This is a rehearsal. " + says(when) + " No customer is called."));
    switch (when) {
      case FREE -> {
        hello(heard, PICKS_UP);
        heard.add(sounds.speak("Here somebody of you says hello, or sooner."));
      }
      case BUSY -> {
        screened(heard);
        heard.addAll(sounds.hello(plan.greetings(), today));
        heard.addAll(sounds.place(1));
        heard.add(sounds.music(SOME_MUSIC));
        heard.add(sounds.speak("The music goes on until somebody is free, for five minutes at most."
            + " Then it goes like this."));
        overflow(heard, plan.overflow());
      }
      case NOBODY -> {
        hello(
            heard,
            plan.waves().stream().map(wave -> wave.rings()).reduce(Duration.ZERO, Duration::plus));
        overflow(heard, plan.overflow());
      }
      case CLOSED -> shut(heard, greeting(Moment.CLOSED));
      case HOLIDAY -> shut(heard, greeting(Moment.HOLIDAY).or(() -> greeting(Moment.CLOSED)));
    }
    heard.add(end());
    return heard;
  }

  /// What they hear who press a key of the plan; nothing where the key does nothing.
  List<Sound> pressed(char digit) {
    var heard = new ArrayList<Sound>();
    if (digit == '0') heard.add(sounds.speak("Here every phone of yours rings."));
    plan.keys().stream()
        .filter(key -> key.digit() == digit)
        .findFirst()
        .ifPresent(key -> does(heard, key));
    if (!heard.isEmpty()) heard.add(end());
    return heard;
  }

  private void does(List<Sound> heard, Key key) {
    switch (key.act()) {
      case RING_BACK -> goodbye(heard);
      case VOICEMAIL -> overflow(heard, Overflow.VOICEMAIL);
      case PEOPLE ->
        heard.add(sounds.speak("Here the people of key " + key.digit() + " ring first."));
    }
  }

  private static String says(Rehearsed when) {
    return switch (when) {
      case FREE -> "Somebody is free.";
      case BUSY -> "Everybody is in a call.";
      case NOBODY -> "Nobody picks up.";
      case CLOSED -> "You are closed.";
      case HOLIDAY -> "It is a holiday.";
    };
  }

  private Sound end() {
    return sounds.speak(
        "That was the rehearsal. Nothing was written down, and nothing is promised.");
  }

  private void screened(List<Sound> heard) {
    if (plan.screening() == Screening.NONE) return;
    heard.add(sounds.say(Prompt.SAY_YOUR_NAME));
    heard.add(sounds.beep());
    var who =
        plan.screening() == Screening.UNKNOWN ? "you do not know" : "who withhold their number";
    heard.add(sounds.speak("Here callers " + who + " say their name. Others are not asked."));
  }

  /// The greeting is heard while it rings.
  private void hello(List<Sound> heard, Duration rings) {
    screened(heard);
    heard.addAll(sounds.hello(plan.greetings(), today));
    var left = rings.minus(plan.greetings().on(today).hello());
    if (left.isPositive()) heard.add(sounds.ringBack(left));
  }

  private void overflow(List<Sound> heard, Overflow overflow) {
    switch (overflow) {
      case VOICEMAIL -> {
        heard.add(sounds.say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL));
        message(heard);
      }
      case RING_BACK -> {
        heard.add(sounds.say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL));
        goodbye(heard);
      }
      case NUMBER ->
        heard.add(sounds.speak("Here another number rings. It is "
            + (plan.elsewhere() == null ? "not set" : PhoneNumbers.words(plan.elsewhere()))
            + "."));
    }
  }

  private void goodbye(List<Sound> heard) {
    heard.add(sounds.say(Prompt.WE_WILL_CALL_YOU_BACK));
    heard.add(sounds.say(Prompt.GOODBYE));
  }

  private void shut(List<Sound> heard, Optional<Sound> own) {
    heard.add(own.orElseGet(() -> sounds.say(Prompt.CLOSED)));
    message(heard);
  }

  private void message(List<Sound> heard) {
    heard.add(sounds.say(Prompt.LEAVE_A_MESSAGE));
    heard.add(sounds.beep());
    heard.add(sounds.speak("Here they leave a message, and you ring back."));
  }

  private Optional<Sound> greeting(Moment moment) {
    return sounds.greeting(plan.greetings().at(moment));
  }
}
