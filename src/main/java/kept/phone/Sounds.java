package kept.phone;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kept.frontdoor.Greeting;
import kept.frontdoor.Greetings;
import kept.line.rtp.Sound;
import kept.line.rtp.Source;
import kept.line.speech.MalformedWav;
import kept.line.speech.Prompt;
import kept.line.speech.Prompts;
import kept.line.speech.Tones;
import kept.line.speech.Voice;
import kept.line.speech.Wav;
import kept.platform.Blobs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that a party can hear which nobody says: prompts, greetings, tones, sentences for the
/// team. Threads may share this object.
final class Sounds {
  private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

  private final Blobs blobs;
  private final Prompts prompts = new Prompts();
  private final Voice voice = new Voice();
  private final Map<String, Sound> greetings = new ConcurrentHashMap<>();

  Sounds(Blobs blobs) {
    this.blobs = blobs;
  }

  Sound say(Prompt prompt) {
    return prompts.say(prompt);
  }

  /// To one of the team, in a machine's voice.
  Sound speak(String sentence) {
    return voice.say(sentence);
  }

  /// The shop's own words; empty where it has none, or they cannot be read any more.
  Optional<Sound> greeting(@Nullable Greeting greeting) {
    if (greeting == null) return Optional.empty();
    try {
      return Optional.of(greetings.computeIfAbsent(greeting.file(), this::read));
    } catch (UncheckedIOException | IllegalStateException e) {
      LOG.warn("A greeting cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Hello and what it adds on this day.
  List<Sound> hello(Greetings greetings, LocalDate today) {
    var heard = greetings.on(today);
    var notice = heard.notice();
    return Stream.of(greeting(heard.open()), greeting(notice == null ? null : notice.said()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Sound read(String file) {
    try {
      return new Sound(Wav.read(blobs.read(file)));
    } catch (MalformedWav e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// "Everybody is on another call. You are number two in line. Press 1, or simply hang up, …"
  List<Sound> place(int place) {
    var stands = place == 1
        ? say(Prompt.YOU_ARE_NEXT)
        : prompts.youAreNumber(Math.min(place, Prompts.HIGHEST));
    return List.of(say(Prompt.EVERYBODY_IS_TALKING), stands, say(Prompt.KEEP_YOUR_PLACE));
  }

  List<Sound> weRingBack() {
    return List.of(say(Prompt.WE_WILL_CALL_YOU_BACK), say(Prompt.GOODBYE));
  }

  Sound beep() {
    return Tones.sound(Tones.Region.US, Tones.Tone.BEEP);
  }

  Source.Clip ringBack() {
    return new Source.Clip(Tones.sound(Tones.Region.US, Tones.Tone.RING_BACK), true);
  }

  /// It rings for exactly this long.
  Sound ringBack(Duration length) {
    return Tones.sound(Tones.Region.US, Tones.Tone.RING_BACK).lasting(length);
  }

  Sound music(Duration length) {
    return prompts.music().lasting(length);
  }

  Sound music() {
    return prompts.music();
  }
}
