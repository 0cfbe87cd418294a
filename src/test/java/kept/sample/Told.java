package kept.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import kept.Config;
import kept.Rooms;
import kept.Try;
import kept.platform.Database;
import kept.platform.SettableClock;
import kept.platform.TestPostgres;

/// The sample shop as it was told at one moment, in a database of its own.
final class Told implements AutoCloseable {
  /// 2:24 in the afternoon of a Tuesday, in California.
  static final Instant TUESDAY = Instant.parse("2026-11-24T22:24:00Z");

  final SettableClock real = new SettableClock(TUESDAY);
  final LeverClock clock = new LeverClock(real);
  private final Database.Address address = TestPostgres.newDatabase();
  final Database database = Database.open(address, 8);
  final Rooms rooms = new Rooms(database, Config.Ground.in(folder(), null), clock);
  final SampleShop shop = new SampleShop(Try.doors(rooms), clock);
  final Keys keys = shop.open();

  @Override
  public void close() {
    database.close();
    TestPostgres.drop(address);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "sample");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
