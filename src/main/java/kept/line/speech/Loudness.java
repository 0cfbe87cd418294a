package kept.line.speech;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import kept.line.rtp.G711;
import kept.line.rtp.Law;

/// How loud a recording of the line's is along its length, read from its file without taking the
/// whole of it into memory.
public final class Loudness {
  /// What is looked at of each part: a moment in the middle of it.
  private static final int LOOKED_AT = 8_192;

  private Loudness() {}

  /// The loudest of each of so many parts, from 0 to 100, the louder voice of both ways. Quiet
  /// voices are drawn out (a square root), as ears do it. A file without sound has only zeros.
  public static int[] of(Path file, int parts) throws IOException {
    try (var sound = new RandomAccessFile(file.toFile(), "r")) {
      var loud = new int[parts];
      long frames = Math.max(0, sound.length() - RecordingFile.HEAD) / RecordingFile.FRAME;
      for (int part = 0; part < parts; part++)
        loud[part] = loudest(sound, frames * part / parts, frames * (part + 1) / parts);
      return loud;
    }
  }

  private static int loudest(RandomAccessFile sound, long from, long to) throws IOException {
    int length = (int) Math.min((to - from) * RecordingFile.FRAME, LOOKED_AT);
    long middle = (from + to) / 2 * RecordingFile.FRAME - length / 2;
    var bytes = new byte[Math.max(0, length)];
    sound.seek(RecordingFile.HEAD + Math.max(0, middle));
    int read = bytes.length == 0 ? 0 : sound.read(bytes);
    int peak = 0;
    for (int at = 0; at < read; at++)
      peak = Math.max(peak, Math.abs((int) G711.decode(Law.PCMU, bytes[at])));
    return (int) Math.round(100 * Math.sqrt(peak / (double) Short.MAX_VALUE));
  }
}
