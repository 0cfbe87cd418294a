package kept.line.speech;

import kept.line.rtp.G711;
import kept.line.rtp.Law;
import kept.line.rtp.Sink;

/// How loud a party is and how loud it is for them, as bars on a screen want to know.
///
/// Both ways are measured apart, each by one thread at a time; any thread may look. Levels are
/// dBov (RFC 6464, section 3): 0 is full scale, speech lies around -20, -127 is nothing at
/// all.
public final class LevelMeter implements Sink {
  public static final int NOTHING = -127;
  /// Samples that a level is taken over: 100 ms.
  private static final int WINDOW = Law.RATE / 10;

  private final Way heard = new Way();
  private final Way said = new Way();

  /// Of the last tenth of a second that came from the party.
  public int heard() {
    return heard.level;
  }

  /// Of the last tenth of a second that went to the party.
  public int said() {
    return said.level;
  }

  @Override
  public void heard(long position, Law law, byte[] payload, int offset, int length) {
    heard.take(law, payload, offset, length);
  }

  @Override
  public void said(long position, Law law, byte[] payload, int offset, int length) {
    said.take(law, payload, offset, length);
  }

  private static final class Way {
    private volatile int level = NOTHING;
    private long squares;
    private int samples;

    void take(Law law, byte[] payload, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        long sample = G711.decode(law, payload[i]);
        squares += sample * sample;
      }
      samples += length;
      if (samples < WINDOW) return;
      level = dBov((double) squares / samples);
      squares = 0;
      samples = 0;
    }

    private static int dBov(double power) {
      if (power < 1) return NOTHING;
      double full = 32768.0 * 32768.0;
      return (int) Math.max(NOTHING, Math.round(10 * Math.log10(power / full)));
    }
  }
}
