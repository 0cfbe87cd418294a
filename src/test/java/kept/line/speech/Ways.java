package kept.line.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import kept.line.rtp.G711;
import kept.line.rtp.Law;

/// A recording's file, read back: what was heard and what was said.
record Ways(short[] heard, short[] said) {
  static Ways in(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int frames = head.getInt(54) / 2;
    if (head.getInt(4) != bytes.length - 8 || head.getInt(46) != frames)
      throw new IOException("The head does not tell the truth.");
    if (bytes.length != RecordingFile.HEAD + 2 * frames)
      throw new IOException(frames + " frames in " + bytes.length + " bytes.");
    var heard = new short[frames];
    var said = new short[frames];
    for (int i = 0; i < frames; i++) {
      heard[i] = G711.decode(Law.PCMU, bytes[RecordingFile.HEAD + 2 * i]);
      said[i] = G711.decode(Law.PCMU, bytes[RecordingFile.HEAD + 2 * i + 1]);
    }
    return new Ways(heard, said);
  }
}
