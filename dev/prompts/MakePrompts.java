import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kept.line.speech.Prompt;
import kept.line.speech.Wav;

/// Makes the WAV files that the line says and plays by itself. Speech is flite's, with the voice
/// slt; the music is written and synthesised below.
///
/// `java -cp target/classes dev/prompts/MakePrompts.java src/main/resources/line/prompts`
final class MakePrompts {
  private static final int RATE = 8000;

  /// Below this the beginning and the end of a sentence count as silence: -52 dB, just above
  /// the noise of the voice; the s of "six" is not far above it.
  private static final int SILENCE = 80;

  /// Kept on either side of the words, so that no consonant is cut: 50 ms.
  private static final int MARGIN = RATE / 20;

  private static final double SPEECH_LEVEL = -20;
  private static final double MUSIC_LEVEL = -27;

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (var prompt : sentences().entrySet()) {
      var spoken = level(trim(speak(prompt.getValue())), SPEECH_LEVEL);
      Files.write(folder.resolve(prompt.getKey() + ".wav"), Wav.ulaw(spoken));
    }
    Files.write(folder.resolve("music.wav"), Wav.ulaw(level(Music.loop(), MUSIC_LEVEL)));
  }

  private static Map<String, String> sentences() {
    var sentences = new LinkedHashMap<String, String>();
    for (var prompt : Prompt.values())
      sentences.put(prompt.name().toLowerCase(Locale.ROOT).replace('_', '-'), prompt.words());
    for (int i = 0; i <= 20; i++) sentences.put("" + i, "" + i);
    for (int i = 30; i <= 90; i += 10) sentences.put("" + i, "" + i);
    return sentences;
  }

  private static short[] speak(String words) throws Exception {
    var wav = Files.createTempFile("prompt", ".wav");
    try {
      var flite = new ProcessBuilder("flite", "-voice", "slt", "-t", words, "-o", wav.toString());
      if (flite.inheritIO().start().waitFor() != 0) throw new IOException("flite failed: " + words);
      return Wav.read(wav);
    } finally {
      Files.delete(wav);
    }
  }

  private static short[] trim(short[] sound) {
    int from = 0;
    int to = sound.length;
    while (Math.abs(sound[from]) < SILENCE) from++;
    while (Math.abs(sound[to - 1]) < SILENCE) to--;
    var trimmed =
        Arrays.copyOfRange(sound, Math.max(0, from - MARGIN), Math.min(sound.length, to + MARGIN));
    for (int i = 0; i < MARGIN; i++) {
      trimmed[i] = (short) (trimmed[i] * i / MARGIN);
      trimmed[trimmed.length - 1 - i] = (short) (trimmed[trimmed.length - 1 - i] * i / MARGIN);
    }
    return trimmed;
  }

  /// To a mean loudness over what is loud enough to count, with the peaks bent softly below
  /// full scale.
  private static short[] level(short[] sound, double decibels) {
    var frames = new ArrayList<Double>();
    double most = 0;
    for (int at = 0; at + 160 <= sound.length; at += 160) {
      double power = 0;
      for (int i = at; i < at + 160; i++) power += (double) sound[i] * sound[i];
      frames.add(power / 160);
      most = Math.max(most, power / 160);
    }
    double floor = most / 1000;
    double mean = frames.stream()
        .filter(power -> power > floor)
        .mapToDouble(p -> p)
        .average()
        .orElseThrow();
    double gain = 32768 * Math.pow(10, decibels / 20) / Math.sqrt(mean);
    var levelled = new short[sound.length];
    for (int i = 0; i < sound.length; i++) levelled[i] = (short) Math.round(bent(sound[i] * gain));
    return levelled;
  }

  private static double bent(double sample) {
    double knee = 16000;
    double over = Math.abs(sample) - knee;
    if (over <= 0) return sample;
    return Math.signum(sample) * (knee + 14000 * Math.tanh(over / 14000));
  }

  /// Eight bars of four seconds, a plucked chord in each: the sound of a note that outlasts
  /// the last bar is heard in the first, so the loop has no seam.
  private static final class Music {
    private static final int BAR = 4 * RATE;

    /// Half tones above A at 220 Hz: root, third, fifth, seventh or ninth.
    private static final int[][] CHORDS = {
      {3, 7, 10, 14}, {0, 3, 7, 10}, {8, 12, 15, 19}, {10, 14, 17, 20},
      {3, 7, 10, 14}, {7, 10, 14, 17}, {8, 12, 15, 19}, {10, 12, 15, 17},
    };

    /// Which note of the chord on each eighth of a bar; -1 is a rest.
    private static final int[][] FIGURES = {
      {0, 2, 1, 3, 2, 1, 3, -1}, {0, 1, 2, 3, -1, 2, 1, -1},
    };

    private static final int[] MELODY = {
      22, -1, 19, 15, 17, -1, 14, -1, 19, 15, 12, -1, 14, -1, 17, -1
    };

    static short[] loop() {
      var sound = new double[CHORDS.length * BAR];
      for (int bar = 0; bar < CHORDS.length; bar++) {
        for (int note : CHORDS[bar]) pad(sound, bar * BAR, note);
        var figure = FIGURES[bar % FIGURES.length];
        for (int eighth = 0; eighth < figure.length; eighth++)
          if (figure[eighth] >= 0)
            pluck(sound, bar * BAR + eighth * BAR / 8, CHORDS[bar][figure[eighth]], 1);
      }
      for (int half = 0; half < MELODY.length; half++)
        if (MELODY[half] >= 0) pluck(sound, half * BAR / 2 + BAR / 16, MELODY[half], 0.6);
      double most = Arrays.stream(sound).map(Math::abs).max().orElseThrow();
      var loop = new short[sound.length];
      for (int i = 0; i < loop.length; i++) loop[i] = (short) Math.round(20000 * sound[i] / most);
      return loop;
    }

    /// Three partials that fade within two seconds, the higher the sooner.
    private static void pluck(double[] sound, int at, int note, double loudness) {
      for (int i = 0; i < 3 * RATE; i++) {
        double t = (double) i / RATE;
        double swell = Math.min(1, t / 0.012);
        double end = Math.min(1, (3 - t) / 0.5);
        double sum = 0;
        for (int partial = 1; partial <= 3; partial++)
          sum += Math.sin(2 * Math.PI * hertz(note) * partial * t)
              * Math.exp(-t * (1.1 + 1.2 * partial))
              / (partial * partial);
        sound[(at + i) % sound.length] += loudness * swell * end * sum;
      }
    }

    /// A soft chord below, which comes and goes with its bar and overlaps its neighbours by
    /// half a second.
    private static void pad(double[] sound, int at, int note) {
      int length = BAR + RATE;
      for (int i = 0; i < length; i++) {
        double t = (double) i / RATE;
        double swell = Math.pow(
            Math.sin(Math.PI / 2 * Math.min(1, Math.min(i, length - i) / (double) RATE)), 2);
        double drift = 1 + 0.002 * Math.sin(2 * Math.PI * 0.5 * t);
        sound[(at - RATE / 2 + i + sound.length) % sound.length] +=
            0.12 * swell * drift * Math.sin(2 * Math.PI * hertz(note) * t);
      }
    }

    private static double hertz(int note) {
      return 220 * Math.pow(2, note / 12.0);
    }
  }
}
