package kept.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import kept.platform.Sender;

/// Puts each mail into a folder instead of sending it: for the sample shop. Threads may share it.
public final class FolderWay implements MailWay {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;
  private final AtomicLong count = new AtomicLong();

  public FolderWay(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Sender.Outcome send(byte[] raw, String from, String to) {
    var name =
        "%s-%03d-%s.eml".formatted(NAME.format(clock.instant()), count.incrementAndGet(), safe(to));
    try {
      Files.createDirectories(folder);
      var half = Files.createTempFile(folder, "half-", ".tmp");
      Files.write(half, raw);
      Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new Sender.Outcome.Sent("Written to " + name);
    } catch (IOException e) {
      return new Sender.Outcome.Later("The mail folder cannot be written: " + e.getMessage());
    }
  }

  private static String safe(String to) {
    return Plain.cut(to.replaceAll("[^A-Za-z0-9@._-]", "_"), 80);
  }
}
