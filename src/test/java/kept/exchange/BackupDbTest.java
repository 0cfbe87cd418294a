package kept.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kept.Config;
import kept.Rooms;
import kept.TestShop;
import kept.phone.WaitedInLine;
import kept.platform.Database;
import kept.platform.EventCursor;
import kept.platform.Installation;
import kept.platform.Refusal;
import kept.platform.StoredEvent;
import kept.platform.TestPostgres;
import kept.platform.postgres.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup, and the shop that comes out of it.
class BackupDbTest {
  @TempDir
  Path folder;

  private final TestShop shop = new TestShop();
  private final AtomicBoolean begun = new AtomicBoolean();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void bringsEveryRowBack() {
    busy();
    var taken = backup("kept.zip");

    try (var back = restored("kept.zip")) {
      assertThat(contents(back)).isEqualTo(contents(shop.database));
      assertThat(taken.rows()).isGreaterThan(20);
      assertThat(taken.lacking()).isEmpty();
    }
  }

  @Test
  void bringsFilesAndTheKeyBack() {
    var hash = shop.rooms.blobs.store("a photo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    backup("kept.zip");

    try (var back = restored("kept.zip")) {
      var rooms = rooms("kept.zip", back);
      assertThat(rooms.blobs.read(hash)).asString().isEqualTo("a photo");
      assertThat(rooms.secrets.hash("a link")).isEqualTo(shop.rooms.secrets.hash("a link"));
    }
  }

  /// What is written meanwhile is in it as a whole or not at all: no promise without its alarms.
  @Test
  void isOneMomentOfAShopThatGoesOn() throws Exception {
    var tv = shop.crackedTv();
    var over = new AtomicBoolean();
    var writing = Thread.ofVirtual().start(() -> {
      while (!over.get()) shop.promise(tv, shop.priya, Duration.ofHours(3));
    });
    Eventually.isTrue(() -> count(shop.database, "select count(*) from promise") > 3);
    backup("kept.zip");
    over.set(true);
    writing.join();

    try (var back = restored("kept.zip")) {
      var promises = count(back, "select count(*) from promise");
      assertThat(promises)
          .isPositive()
          .isLessThan(count(shop.database, "select count(*) from promise"));
      assertThat(count(back, "select count(distinct promise) from alarm")).isEqualTo(promises);
      assertThat(count(back, "select count(*) from event where kind = 'promise_made'"))
          .isEqualTo(promises);
    }
  }

  /// The other server counts transactions from the beginning.
  @Test
  void whoReadTheLogReadsOnWhereTheyWere() {
    busy();
    for (int i = 0; i < 2_000; i++)
      shop.database.useTransaction(tx -> tx.execute("select pg_current_xact_id()"));
    busy();
    var read = shop.rooms.events.after(EventCursor.START, 1_000);
    backup("kept.zip");

    try (var back = restored("kept.zip")) {
      var rooms = rooms("kept.zip", back);
      assertThat(rooms.events.after(EventCursor.START, 1_000)).isEqualTo(read);
      new WaitedInLine(rooms).missed("+14155550142");
      assertThat(rooms.events.after(read.getLast().cursor(), 1_000))
          .extracting(StoredEvent::kind)
          .containsExactly("call_arrived", "call_ended");
    }
  }

  @Test
  void canBeTakenOfARestoredShopAgain() {
    busy();
    backup("first.zip");
    try (var back = restored("first.zip")) {
      var rooms = rooms("first.zip", back);
      new WaitedInLine(rooms).missed("+14155550142");
      new Backup(back, whole("first.zip"), shop.clock).write(folder.resolve("second.zip"));
      var read = rooms.events.after(EventCursor.START, 1_000);

      try (var again = restored("second.zip")) {
        assertThat(rooms("second.zip", again).events.after(EventCursor.START, 1_000))
            .isEqualTo(read);
      }
    }
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    var taken = backup("kept.zip");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.file())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void neverGoesOverAnotherFile() throws IOException {
    Files.writeString(folder.resolve("kept.zip"), "somebody's");

    assertThatThrownBy(() -> backup("kept.zip"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("already");
    assertThat(folder.resolve("kept.zip")).hasContent("somebody's");
  }

  @Test
  void neverGoesOverAShop() {
    backup("kept.zip");

    assertThatThrownBy(() -> new Restore(shop.database, whole("new"))
            .from(folder.resolve("kept.zip"), () -> begun.set(true)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is a shop here already");
    assertThat(begun).isFalse();
  }

  @Test
  void neverGoesBesideAnotherKey() throws IOException {
    backup("kept.zip");
    var other = Files.createDirectories(folder.resolve("of-kept.zip")).resolve("secret.key");
    Files.write(other, new byte[32]);

    refused("kept.zip", "is not the one of this backup");
    assertThat(other).hasBinaryContent(new byte[32]);
  }

  @Test
  void oneThatWasCutOffIsRefused() throws IOException {
    busy();
    var bytes = Files.readAllBytes(backup("kept.zip").file());
    for (int length : List.of(0, 100, bytes.length / 2, bytes.length - 10)) {
      Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, length));
      refused("cut.zip", "damaged or was cut off");
    }
  }

  /// Wherever a bit turned over, there is the right shop or a sentence, and never a wrong shop.
  @Test
  void oneWithAWrongBitIsRefused() throws IOException {
    busy();
    var bytes = Files.readAllBytes(backup("kept.zip").file());
    var truth = contents(shop.database);
    for (int i = 0; i < 12; i++) {
      var wrong = bytes.clone();
      wrong[(int) ((long) bytes.length * (2 * i + 1) / 24)] ^= 4;
      Files.write(folder.resolve("wrong" + i + ".zip"), wrong);
      try (var back = restored("wrong" + i + ".zip")) {
        assertThat(contents(back)).isEqualTo(truth);
      } catch (Refusal plain) {
        assertThat(plain.sentence()).isNotBlank();
      }
    }
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "Call Rosa");
    refused("notes.txt", "damaged or was cut off");
    refused("nowhere.zip", "There is no file");
  }

  private void refused(String file, String words) {
    assertThatThrownBy(() -> restored(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
    assertThat(begun).isFalse();
  }

  private void busy() {
    var tv = shop.crackedTv();
    shop.promise(tv, shop.priya, Duration.ofHours(3));
    new WaitedInLine(shop.rooms).missed("+14155550142");
  }

  private Backup.Taken backup(String name) {
    new Installation(shop.database, shop.rooms.secrets, of(shop.folder).files())
        .settle(shop.clock.instant());
    return new Backup(shop.database, of(shop.folder), shop.clock).write(folder.resolve(name));
  }

  private Database restored(String name) {
    var database = Database.open(TestPostgres.newEmptyDatabase(), 2);
    try {
      new Restore(database, whole(name)).from(folder.resolve(name), () -> begun.set(true));
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private Rooms rooms(String name, Database back) {
    return new Rooms(back, Config.Ground.in(folder.resolve("of-" + name), null), shop.clock);
  }

  private Whole whole(String name) {
    return of(folder.resolve("of-" + name));
  }

  private static Whole of(Path data) {
    return new Whole(data.resolve("files"), data.resolve("recordings"), data.resolve("secret.key"));
  }

  private static long count(Database database, String sql) {
    return database.read(tx -> tx.createQuery(sql).mapTo(Long.class).one());
  }

  /// Every row of every table as text, in some lasting order.
  private static Map<String, List<String>> contents(Database database) {
    var contents = new TreeMap<String, List<String>>();
    database.read(tx -> {
      for (var table : new Catalogue(tx).columns().keySet()) {
        var sql = "select t::text from \"" + table + "\" t order by 1";
        contents.put(
            table, new ArrayList<>(tx.createQuery(sql).mapTo(String.class).list()));
      }
      return contents;
    });
    return contents;
  }
}
