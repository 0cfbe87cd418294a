package kept.line;

import kept.line.rtp.G711;
import kept.line.rtp.Law;
import kept.line.rtp.Sink;

/// Measures what a leg's party says and hears: how many packets, how loud, at what pitch.
public final class Ears implements Sink {
  private final Way heard = new Way();
  private final Way said = new Way();

  /// On what this leg's party says and hears from now on.
  public static Ears on(Leg leg) {
    var ears = new Ears();
    leg.media().tap(ears);
    return ears;
  }

  @Override
  public void heard(long position, Law law, byte[] payload, int offset, int length) {
    heard.take(position, law, payload, offset, length);
  }

  @Override
  public void said(long position, Law law, byte[] payload, int offset, int length) {
    said.take(position, law, payload, offset, length);
  }

  /// What the party says.
  public Way party() {
    return heard;
  }

  /// What the party hears of us.
  public Way us() {
    return said;
  }

  /// One way of it; all figures are of the last half second.
  public static final class Way {
    private static final int LENGTH = Law.RATE / 2;
    /// Guarded by this, as are the others. By position, so that a late packet finds its place.
    private final short[] last = new short[LENGTH];

    private long packets;

    private synchronized void take(long at, Law law, byte[] payload, int offset, int length) {
      for (int i = 0; i < length; i++)
        last[(int) ((at + i) % LENGTH)] = G711.decode(law, payload[offset + i]);
      packets++;
    }

    public synchronized long packets() {
      return packets;
    }

    private synchronized short[] sound() {
      return last.clone();
    }

    /// Whether there is nothing but this tone.
    public boolean isTone(int hertz) {
      return Ears.isTone(sound(), hertz);
    }

    /// How much of the energy is at this pitch, 0 to 1.
    public double share(int hertz) {
      return Ears.share(sound(), hertz);
    }

    public boolean isSilent() {
      return level() < -60;
    }

    /// In decibels below full scale.
    public double level() {
      return 10 * Math.log10(energy(sound()) / LENGTH / (32768.0 * 32768.0) + 1e-12);
    }

    public int pitch() {
      return Ears.pitch(sound());
    }
  }

  public static boolean isTone(short[] sound, int hertz) {
    double energy = energy(sound);
    return energy / sound.length > 1e4 && 2 * power(sound, hertz) / sound.length > 0.9 * energy;
  }

  /// How much of the energy is at this pitch, 0 to 1.
  public static double share(short[] sound, int hertz) {
    return 2 * power(sound, hertz) / sound.length / (energy(sound) + 1);
  }

  /// The loudest of all whole frequencies from 300 to 1,200 Hz.
  static int pitch(short[] sound) {
    int loudest = 300;
    double most = 0;
    for (int hertz = 300; hertz <= 1200; hertz++) {
      double power = power(sound, hertz);
      if (power > most) {
        most = power;
        loudest = hertz;
      }
    }
    return loudest;
  }

  private static double energy(short[] sound) {
    double sum = 0;
    for (var sample : sound) sum += (double) sample * sample;
    return sum;
  }

  /// By Goertzel's recurrence.
  private static double power(short[] sound, int hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / Law.RATE);
    double last = 0;
    double before = 0;
    for (var sample : sound) {
      double now = sample + turn * last - before;
      before = last;
      last = now;
    }
    return last * last + before * before - turn * last * before;
  }
}
