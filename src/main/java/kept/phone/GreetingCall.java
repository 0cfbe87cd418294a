package kept.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.Greeting;
import kept.frontdoor.GreetingFiles;
import kept.frontdoor.Moment;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.rtp.Law;
import kept.line.rtp.Sound;
import kept.line.speech.MalformedWav;
import kept.line.speech.Wav;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of us says a greeting into their own phone. It is told what to do, and records until a
/// hash or until they hang up; after a hash they hear it, a 1 keeps it and a 2 begins again.
/// Whoever hung up has said it all: that is kept as well. What is kept lands in the draft,
/// where it is heard and taken back like anything else.
final class GreetingCall implements Conduct {
  private static final Logger LOG = LoggerFactory.getLogger(GreetingCall.class);
  private static final Duration TO_CHOOSE = Duration.ofSeconds(40);
  private static final int MOST_SAMPLES = (int) (Greeting.LONGEST.toSeconds() * Law.RATE);

  private final Switchboard board;
  private final Call call;
  private final Wish wish;
  private final GreetingFiles files;
  private final Script script;
  private final OwnPhone phone;
  private @Nullable Leg ours;
  private @Nullable Path tape;
  private short @Nullable [] said;
  private int takes;

  /// Who says it, and into which door.
  record Wish(AgentId agent, FrontDoorId door, Moment moment) {}

  GreetingCall(Switchboard board, Call call, Wish wish, GreetingFiles files) {
    this.board = board;
    this.call = call;
    this.wish = wish;
    this.files = files;
    script = new Script(call);
    phone = new OwnPhone(board, call, script, wish.agent(), "Your greeting", this::inHand);
  }

  @Override
  public Optional<AgentId> talking() {
    return Optional.of(wish.agent());
  }

  @Override
  public void begin() {
    phone.ring();
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Answered answer -> phone.answered(answer.leg());
      case CallEvent.Pressed key -> pressed(key);
      case CallEvent.Played sound -> script.played(sound.leg());
      case CallEvent.Left party -> left(party.leg());
      case CallEvent.Ended end -> board.over(call);
      default -> {}
    }
  }

  private void inHand(Leg leg) {
    ours = leg;
    ask("");
  }

  private void ask(String before) {
    said = null;
    say(
        before + "After the tone, say " + what()
            + ". Twelve seconds are the most. Then press hash.",
        this::record);
  }

  private String what() {
    return switch (wish.moment()) {
      case OPEN -> "what callers hear while phones ring";
      case CLOSED -> "what callers hear when you are closed";
      case HOLIDAY -> "what callers hear on a holiday";
    };
  }

  private void record() {
    var leg = ours;
    if (leg == null || leg.isOver()) return;
    script.say(leg, List.of(board.sounds().beep()), () -> {
      var file = board.tapes().greeting();
      tape = file;
      call.record(leg, file);
      board.conducts().after(Greeting.LONGEST, call, () -> {
        if (file.equals(tape)) recorded();
      });
    });
  }

  private void pressed(CallEvent.Pressed key) {
    if (!phone.pressed(key)) return;
    var heard = said;
    if (tape != null && key.digit() == '#') recorded();
    else if (heard != null && key.digit() == '1') say(keep(heard) + " Goodbye.", call::hangUp);
    else if (heard != null && key.digit() == '2') ask("");
  }

  /// What is posted behind the end of a recording finds it whole.
  private void recorded() {
    call.stopRecording();
    call.post(this::playBack);
  }

  private void playBack() {
    var leg = ours;
    var samples = written();
    if (leg == null || leg.isOver() || samples == null) return;
    try {
      GreetingFiles.check(samples);
    } catch (Refusal refused) {
      ask(refused.sentence() + " ");
      return;
    }
    said = samples;
    var take = ++takes;
    script.say(leg, List.of(new Sound(samples), asksToKeep()), () -> {});
    board.conducts().after(TO_CHOOSE, call, () -> {
      if (said != null && take == takes) call.hangUp();
    });
  }

  private Sound asksToKeep() {
    return board.sounds().speak("Press 1 to keep it. Press 2 to say it again.");
  }

  private void left(Leg leg) {
    if (!leg.equals(ours) || tape == null) return;
    var samples = written();
    if (samples != null) LOG.info("A greeting was said by phone: {}", keep(samples));
  }

  /// A timer is late now and then: what is beyond twelve seconds nobody meant to say.
  private short @Nullable [] written() {
    var file = tape;
    tape = null;
    if (file == null) return null;
    try {
      var samples = Wav.left(Files.readAllBytes(file));
      Files.delete(file);
      return Arrays.copyOf(samples, Math.min(samples.length, MOST_SAMPLES));
    } catch (IOException | MalformedWav e) {
      LOG.warn("A greeting was not recorded: {}", e.getMessage());
      return new short[0];
    }
  }

  /// Says what became of it.
  private String keep(short[] samples) {
    said = null;
    try {
      var sound = files.keep(Wav.pcm(samples), "");
      board
          .house()
          .doors()
          .draft(
              wish.agent(),
              wish.door(),
              plan -> plan.greetings(plan.greetings().again(wish.moment(), sound)));
      return "It is in the draft.";
    } catch (Refusal refused) {
      return refused.sentence();
    }
  }

  private void say(String sentence, Runnable then) {
    var leg = ours;
    if (leg != null) script.say(leg, List.of(board.sounds().speak(sentence)), then);
  }
}
