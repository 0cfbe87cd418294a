package kept.line.rtp;

import java.time.Duration;

/// Audio that is ready to be sent: 8,000 samples a second, rendered to both laws once.
public final class Sound {
  private final byte[] pcmu;
  private final byte[] pcma;

  /// From linear samples, 16 bits each.
  public Sound(short[] samples) {
    pcmu = new byte[samples.length];
    pcma = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      pcmu[i] = G711.encode(Law.PCMU, samples[i]);
      pcma[i] = G711.encode(Law.PCMA, samples[i]);
    }
  }

  /// The bytes themselves, not a copy, since a packet must not allocate: nobody writes to
  /// them.
  byte[] in(Law law) {
    return law == Law.PCMU ? pcmu : pcma;
  }

  public int samples() {
    return pcmu.length;
  }

  public Duration length() {
    return Duration.ofMillis(pcmu.length * 1000L / Law.RATE);
  }
}
