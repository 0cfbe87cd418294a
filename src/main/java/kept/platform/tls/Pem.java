package kept.platform.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kept.platform.Refusal;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// A file of parts between `-----BEGIN …-----` and `-----END …-----` (RFC 7468).
final class Pem {
  private Pem() {}

  static List<PemObject> read(Path file) {
    try (var in = new PemReader(Files.newBufferedReader(file, ISO_8859_1))) {
      var parts = new ArrayList<PemObject>();
      for (var part = in.readPemObject(); part != null; part = in.readPemObject()) parts.add(part);
      return parts;
    } catch (NoSuchFileException e) {
      throw new Refusal("There is no file " + file + ". Look at KEPT_TLS_CERT and KEPT_TLS_KEY.");
    } catch (AccessDeniedException e) {
      throw new Refusal("The user that runs Kept may not read " + file + ".");
    } catch (IOException | IllegalStateException e) {
      throw new Refusal(file + " is no PEM file, or only a part of one: " + e.getMessage());
    }
  }
}
