package kept.frontdoor;

import java.time.Duration;
import kept.line.rtp.Law;
import kept.line.speech.MalformedWav;
import kept.line.speech.Wav;
import kept.platform.Blobs;
import kept.platform.NotFound;
import kept.platform.Refusal;

/// The sounds of greetings: whatever WAV somebody brings is kept as the line plays it, and nothing
/// is cut off. Threads may share this object.
public final class GreetingFiles {
  /// Twelve seconds of the fattest sound that a recorder writes: 48,000 samples a second, stereo,
  /// 24 bits, and a picture of the cover.
  public static final int LARGEST = 4 << 20;

  private static final Duration SHORTEST = Duration.ofMillis(300);

  private final Blobs blobs;

  public GreetingFiles(Blobs blobs) {
    this.blobs = blobs;
  }

  public Greeting keep(byte[] wav, String words) {
    if (wav.length > LARGEST)
      throw new Refusal("That file is larger than 4 MB. A greeting has twelve seconds at most.");
    return keep(samples(wav), words);
  }

  Greeting keep(short[] samples, String words) {
    var greeting = new Greeting("", check(samples), words);
    return new Greeting(blobs.store(Wav.pcm(samples)), greeting.length(), greeting.words());
  }

  /// How long it takes, if it can be a greeting.
  public static Duration check(short[] samples) {
    var length = length(samples);
    if (length.compareTo(Greeting.LONGEST) > 0)
      throw new Refusal(
          "It takes %s seconds. Twelve are the most, since everyone hears all of them."
              .formatted(length.toMillis() / 1000d));
    if (length.compareTo(SHORTEST) < 0) throw new Refusal("There is nothing to hear in it.");
    return length;
  }

  public byte[] read(String file) {
    return blobs.read(file);
  }

  /// The same plan with the true length of each greeting; one whose sound is not here is refused.
  Plan measured(Plan plan) {
    var greetings = plan.greetings();
    for (var moment : Moment.values()) {
      var greeting = greetings.at(moment);
      if (greeting != null) greetings = greetings.with(moment, measured(greeting));
    }
    var notice = greetings.notice();
    if (notice != null) greetings = greetings.notice(notice.said(measured(notice.said())));
    return plan.greetings(greetings);
  }

  private Greeting measured(Greeting greeting) {
    try {
      var samples = samples(blobs.read(greeting.file()));
      return new Greeting(greeting.file(), length(samples), greeting.words());
    } catch (NotFound gone) {
      throw new Refusal("The sound of a greeting is not here. Record it again.");
    }
  }

  private static short[] samples(byte[] wav) {
    try {
      return Wav.read(wav);
    } catch (MalformedWav e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static Duration length(short[] samples) {
    return Duration.ofMillis(samples.length * 1000L / Law.RATE);
  }
}
