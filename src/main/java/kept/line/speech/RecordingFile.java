package kept.line.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kept.line.rtp.Law;

/// A stereo WAV in mu-law that is valid at every moment: the head is written again each second
/// as the sound behind it grows.
///
/// ```
///  0 RIFF size WAVE   12 fmt 18: 7, 2, 8000, 16000, 2, 8, 0   38 fact 4: frames   50 data size
/// ```
///
/// The head never promises more than is there, and after a crash [#repair] makes it true. Readable
/// by its owner only. One thread uses it.
final class RecordingFile implements AutoCloseable {
  static final int HEAD = 58;

  /// Bytes of both ways at one moment.
  static final int FRAME = 2;

  private static final int ULAW = 7;

  private final FileChannel channel;
  private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
  private long frames;

  private RecordingFile(FileChannel channel) {
    this.channel = channel;
  }

  /// A new one; what is there is never written over.
  static RecordingFile create(Path path) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var file = new RecordingFile(FileChannel.open(path, options, ownersOnly()));
    try {
      file.writeHead();
    } catch (IOException e) {
      file.channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
    return file;
  }

  /// The rights of a file that holds what people said.
  static FileAttribute<?>[] ownersOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix"))
      return new FileAttribute<?>[0];
    var rights = PosixFilePermissions.fromString("rw-------");
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
  }

  /// Makes the head true from the file's length and cuts a torn last frame off. Does nothing
  /// to a file that is right already.
  static void repair(Path path) throws IOException, MalformedWav {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var file = new RecordingFile(channel);
      file.checkItIsOurs();
      file.frames = Math.max(0, channel.size() - HEAD) / FRAME;
      file.finish();
    }
  }

  void write(long frame, ByteBuffer sound) throws IOException {
    long end = frame + sound.remaining() / FRAME;
    writeAll(sound, HEAD + frame * FRAME);
    frames = Math.max(frames, end);
  }

  long frames() {
    return frames;
  }

  void writeHead() throws IOException {
    int size = (int) (frames * FRAME);
    head.clear();
    head.put(Wav.ascii("RIFF")).putInt(HEAD - 8 + size).put(Wav.ascii("WAVE"));
    head.put(Wav.ascii("fmt ")).putInt(18).putShort((short) ULAW).putShort((short) FRAME);
    head.putInt(Law.RATE).putInt(Law.RATE * FRAME).putShort((short) FRAME).putShort((short) 8);
    head.putShort((short) 0);
    head.put(Wav.ascii("fact")).putInt(4).putInt((int) frames);
    head.put(Wav.ascii("data")).putInt(size).flip();
    writeAll(head, 0);
  }

  void force() throws IOException {
    channel.force(false);
  }

  /// Whole frames and a true head, on the disk.
  void finish() throws IOException {
    if (channel.size() > HEAD + frames * FRAME) channel.truncate(HEAD + frames * FRAME);
    writeHead();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void writeAll(ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) at += channel.write(bytes, at);
  }

  /// A file that was cut off inside its own head counts as ours, and as empty.
  private void checkItIsOurs() throws IOException, MalformedWav {
    var found = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    while (found.hasRemaining() && channel.read(found, found.position()) >= 0) {}
    if (found.position() == 0) return;
    found.flip();
    boolean ours = found.remaining() < HEAD
        ? startsLike(found)
        : found.getInt(16) == 18
            && found.getShort(20) == ULAW
            && found.getShort(22) == FRAME
            && startsLike(found);
    if (!ours) throw new MalformedWav("This file is not one of the line's recordings.");
  }

  private static boolean startsLike(ByteBuffer found) {
    var riff = Wav.ascii("RIFF");
    for (int i = 0; i < Math.min(riff.length, found.limit()); i++)
      if (found.get(i) != riff[i]) return false;
    return true;
  }
}
