package kept.line.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kept.line.rtp.Law;
import kept.line.rtp.Sound;

/// What the line says and plays by itself: neutral sentences, numerals, music on hold.
///
/// The files are part of the program (docs/adr/0012-prompts-by-flite.md) and are rendered when
/// they are first wanted. Threads may share it.
public final class Prompts {
  /// The highest number that can be said.
  public static final int HIGHEST = 99;

  private static final String FOLDER = "/line/prompts/";

  /// Between the parts of a sentence that is put together: 40 ms.
  private static final int BREATH = Law.RATE / 25;

  private final Map<String, short[]> files = new ConcurrentHashMap<>();
  private final Map<List<String>, Sound> sounds = new ConcurrentHashMap<>();

  public Sound say(Prompt prompt) {
    return sound(List.of(prompt.file()));
  }

  /// "You are number twenty one in line."
  public Sound youAreNumber(int place) {
    var parts = new ArrayList<String>();
    parts.add(Prompt.YOU_ARE_NUMBER.file());
    parts.addAll(numerals(place));
    parts.add(Prompt.IN_LINE.file());
    return sound(parts);
  }

  /// Half a minute that ends where it begins: a clip repeats it.
  public Sound music() {
    return sound(List.of("music.wav"));
  }

  static short[] joined(List<short[]> parts) {
    var whole = new short[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  /// A file of our own, as samples.
  short[] samples(String file) {
    return files.computeIfAbsent(file, Prompts::read);
  }

  private Sound sound(List<String> names) {
    return sounds.computeIfAbsent(names, parts -> new Sound(samples(parts)));
  }

  private short[] samples(List<String> names) {
    var parts = new ArrayList<short[]>();
    for (var name : names) {
      if (!parts.isEmpty()) parts.add(new short[BREATH]);
      parts.add(samples(name));
    }
    return joined(parts);
  }

  private static List<String> numerals(int number) {
    if (number < 0 || number > HIGHEST)
      throw new IllegalArgumentException("There is no prompt for the number " + number + ".");
    if (number <= 20 || number % 10 == 0) return List.of(number + ".wav");
    return List.of(number - number % 10 + ".wav", number % 10 + ".wav");
  }

  private static short[] read(String file) {
    try (var in = Prompts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) throw new IllegalStateException("The prompt " + file + " is missing.");
      return Wav.read(in.readAllBytes());
    } catch (IOException | MalformedWav e) {
      throw new IllegalStateException("The prompt " + file + " cannot be read.", e);
    }
  }
}
