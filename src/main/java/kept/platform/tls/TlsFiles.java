package kept.platform.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kept.platform.Sha256;

/// Where the owner keeps the certificate with those who signed it, and its key.
public record TlsFiles(Path certificate, Path key) {
  /// Tells one content of the two from another. What cannot be read is like nothing.
  String print() {
    var both = new ByteArrayOutputStream();
    for (var file : new Path[] {certificate, key}) {
      both.writeBytes(content(file));
      both.write(0);
    }
    return Sha256.hex(both.toByteArray());
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }
}
