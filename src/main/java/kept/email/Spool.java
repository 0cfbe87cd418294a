package kept.email;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Holds one mail while it arrives: small ones in memory, big ones in a temporary file.
///
/// Writing never fails, or the rest of the mail would be taken for commands. What went wrong is
/// asked afterwards.
final class Spool extends OutputStream {
  /// Nine mails in ten are smaller.
  private static final int IN_MEMORY = 256 * 1024;

  /// How many times over a mail that is too big is still read, so that its sender can be told.
  private static final int PATIENCE = 4;

  private final long most;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream toFile;
  private @Nullable IOException failure;
  private long size;

  Spool(long most) {
    this.most = most;
  }

  boolean isTooBig() {
    return size > most;
  }

  @Nullable
  IOException failure() {
    return failure;
  }

  InputStream content() throws IOException {
    if (toFile != null) toFile.flush();
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : new BufferedInputStream(Files.newInputStream(file));
  }

  @Override
  public void write(int b) throws IOException {
    size++;
    if (size > PATIENCE * most) throw new IOException("The mail does not end.");
    if (isTooBig() || failure != null) return;
    try {
      if (size == IN_MEMORY) moveToFile();
      if (toFile == null) memory.write(b);
      else toFile.write(b);
    } catch (IOException e) {
      failure = e;
    }
  }

  private void moveToFile() throws IOException {
    file = Files.createTempFile("kept-mail-", ".eml");
    toFile = new BufferedOutputStream(Files.newOutputStream(file));
    memory.writeTo(toFile);
    memory.reset();
  }

  @Override
  public void close() throws IOException {
    try {
      if (toFile != null) toFile.close();
    } finally {
      if (file != null) Files.deleteIfExists(file);
    }
  }
}
