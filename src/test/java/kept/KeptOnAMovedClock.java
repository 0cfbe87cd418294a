package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kept.platform.KeptClock;
import kept.platform.http.Pages;

/// All of Kept as `./kept start` runs it, in a process of its own, on a clock that another process
/// moves: eight bytes in the file `clock` beside the secret key say how many milliseconds it is
/// ahead. Processes that have their key in common have their clock in common.
public final class KeptOnAMovedClock implements InstantSource {
  private static final String FILE = "clock";

  private final KeptClock real = new KeptClock();
  private final ByteBuffer ahead;

  private KeptOnAMovedClock(Path folder) {
    try (var file = FileChannel.open(
        folder.resolve(FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE)) {
      ahead = file.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The clock of whoever has their key in this folder, for who moves it.
  public static KeptOnAMovedClock of(Path folder) {
    return new KeptOnAMovedClock(folder);
  }

  @Override
  public Instant instant() {
    return real.instant().plusMillis(ahead.getLong(0));
  }

  public void move(Duration by) {
    ahead.putLong(0, ahead.getLong(0) + by.toMillis());
  }

  public static void main(String[] none) throws InterruptedException {
    var config = Config.read(System.getenv());
    var house = House.open(config, of(config.ground().secretKey().getParent()));
    var kept = house.start(Pages.built(), Extras.NONE);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> List.of(kept, house).forEach(part -> {
          try {
            part.close();
          } catch (Exception e) {
            System.err.println(e);
          }
        })));
    System.out.println("ready http=" + kept.httpPort() + " smtp=" + kept.smtpPort() + " moved");
    Thread.currentThread().join();
  }
}
