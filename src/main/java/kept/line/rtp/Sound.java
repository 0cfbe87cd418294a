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

  private Sound(byte[] pcmu, byte[] pcma) {
    this.pcmu = pcmu;
    this.pcma = pcma;
  }

  /// The same for exactly this long: cut off, or again from its beginning.
  public Sound lasting(Duration length) {
    var samples = (int) (length.toMillis() * Law.RATE / 1000);
    return new Sound(around(pcmu, samples), around(pcma, samples));
  }

  private static byte[] around(byte[] once, int samples) {
    var bytes = new byte[samples];
    for (int i = 0; i < samples; i++) bytes[i] = once[i % once.length];
    return bytes;
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
