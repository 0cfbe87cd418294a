package kept.line.speech;

import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import kept.line.rtp.Sound;
import org.jspecify.annotations.Nullable;

/// Says English sentences that nobody recorded: a name, a time, what was promised.
///
/// It sounds like the machine that it is, so it speaks to the team, and to customers only
/// what the owner typed for them, heard and kept. The voice (FreeTTS,
/// docs/adr/0014-sentences-by-freetts.md) is made ready when it is first wanted, in about
/// half a second; a sentence takes about twenty milliseconds. Threads may share it.
public final class Voice {
  private static final int MOST_KEPT = 50;
  private static final int LONGEST = 400;

  private com.sun.speech.freetts.@Nullable Voice kevin;
  private final Map<String, Sound> said = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Sound> eldest) {
      return size() > MOST_KEPT;
    }
  };

  /// What goes beyond 400 characters is not said.
  public synchronized Sound say(String sentence) {
    return said.computeIfAbsent(sentence, words -> new Sound(read(words)));
  }

  /// The same as samples, 8,000 a second.
  public synchronized short[] read(String sentence) {
    var tape = new SpeechTape();
    var voice = voice();
    voice.setAudioPlayer(tape);
    voice.speak(sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence);
    return tape.samples();
  }

  private com.sun.speech.freetts.Voice voice() {
    if (kevin == null) {
      kevin = new KevinVoiceDirectory().getVoices()[0]; // at the 8,000 samples of a telephone
      kevin.allocate();
    }
    return kevin;
  }
}
