package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import kept.conversations.Draft;
import kept.platform.Blobs;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Files that came with a form: on disk before any row speaks of them.
final class Uploads {
  private static final long MOST_BYTES = 20_000_000;
  private static final int MOST_FILES = 20;
  private static final int LONGEST_NAME = 150;

  private Uploads() {}

  static List<Draft.NewFile> stored(Context request, String field, Blobs blobs) {
    var files =
        request.uploadedFiles(field).stream().filter(file -> file.size() > 0).toList();
    if (files.size() > MOST_FILES)
      throw new Refusal("Send at most " + MOST_FILES + " files at once.");
    if (files.stream().mapToLong(UploadedFile::size).sum() > MOST_BYTES)
      throw new Refusal("That is more than 20 MB in all. Send some of it another way.");
    return files.stream().map(file -> stored(file, blobs)).toList();
  }

  private static Draft.NewFile stored(UploadedFile file, Blobs blobs) {
    try (var in = file.content()) {
      var blob = blobs.store(in.readAllBytes());
      return new Draft.NewFile(
          blob, name(file.filename()), type(file.contentType()), null, file.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last part of a path, without what a name cannot hold.
  static String name(String sent) {
    var bare = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var clean = bare.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    if (clean.isEmpty()) return "file";
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  static String type(@Nullable String sent) {
    var type = sent == null ? "" : sent.split(";")[0].strip().toLowerCase(Locale.ROOT);
    return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}") ? type : "application/octet-stream";
  }
}
