package kept.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a folder or file could not be used, as the end of a sentence.
public final class DiskWords {
  private DiskWords() {}

  public static String reason(UncheckedIOException e) {
    return e.getCause() == null ? "the disk gave no reason" : reason(e.getCause());
  }

  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "Kept may not write there";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      case NoSuchFileException _ -> "nothing can be made there";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> "the disk said " + e.getMessage();
    };
  }
}
