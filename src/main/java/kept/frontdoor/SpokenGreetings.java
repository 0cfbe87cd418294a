package kept.frontdoor;

import java.time.Duration;
import kept.line.speech.Voice;
import kept.line.speech.Wav;
import kept.platform.Limit;
import kept.platform.Refusal;

/// Greetings that somebody types and a machine's voice says, for a shop that has no voice of its
/// own to spare. Whoever types one hears it before callers do. Threads may share this object.
public final class SpokenGreetings {
  private static final Limit WORDS =
      new Limit(300, "Write fewer words: nobody says that many in twelve seconds.");

  private final Voice voice = new Voice();
  private final GreetingFiles files;

  public SpokenGreetings(GreetingFiles files) {
    this.files = files;
  }

  /// As callers would hear it, as a WAV. It is kept nowhere.
  public byte[] hear(String words) {
    return Wav.pcm(say(words));
  }

  /// How long callers would listen to it.
  public Duration length(String words) {
    return voice.say(words).length();
  }

  public Greeting keep(String words) {
    return files.keep(say(words), words);
  }

  private short[] say(String words) {
    var said = WORDS.check(words);
    if (said.isEmpty()) throw new Refusal("Type what callers are to hear.");
    var samples = voice.read(said);
    GreetingFiles.check(samples);
    return samples;
  }
}
