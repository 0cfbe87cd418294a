package kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kept.platform.Refusal;
import kept.platform.http.WebSettings;
import kept.platform.push.VapidKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyRenewalDbTest {
  private final TestShop shop = new TestShop();
  private final Path key = shop.folder.resolve("secret.key");
  private final Path next = shop.folder.resolve("secret.key.next");
  private final String session = shop.rooms.sessions.start(shop.edie, "A test");
  private final String token = shop.rooms.tokens.create("a test", shop.dana);
  private final byte[] sealed = vapid(shop.rooms);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoCouldComeInStillCanAndWhatWasSealedOpens() throws IOException {
    var before = Files.readAllBytes(key);

    var said = Keys.renew(config(shop));
    Keys.renew(config(shop));

    assertThat(said)
        .startsWith("The shop has a new secret key. Hashes under it: 3; sealed values: 1.");
    assertThat(Files.readAllBytes(key)).hasSize(3 * 32).startsWith(before);
    assertThat(next).doesNotExist();
    isWhole();
    assertThat(shop.rooms.tokens.find(token)).as("under the stolen key").isEmpty();
    assertThatThrownBy(() -> vapid(shop.rooms)).hasMessageContaining("not sealed with the key");
    var again = rooms().tokens.create("another", shop.dana);
    assertThat(rooms().tokens.find(again)).isPresent();
    int facts = shop.database.read(
        tx -> tx.createQuery("select count(*) from event where kind = 'secret_key_renewed'")
            .mapTo(Integer.class)
            .one());
    assertThat(facts).isEqualTo(2);
  }

  @Test
  void aCrashAfterTheCommitIsMadeGoodByTheNextStart() throws IOException {
    var before = Files.readAllBytes(key);
    Keys.renew(config(shop));
    Files.move(key, next);
    Files.write(key, before);

    isWhole();

    assertThat(next).doesNotExist();
    assertThat(Files.readAllBytes(key)).hasSize(2 * 32);
  }

  @Test
  void aCrashBeforeTheCommitChangesNothing() throws IOException {
    var before = Files.readAllBytes(key);
    shop.rooms.database.useTransaction(
        tx -> tx.execute("update push_key set private_key = '\\x00'"));
    assertThatThrownBy(() -> Keys.renew(config(shop))).isInstanceOf(RuntimeException.class);

    assertThat(next).exists();
    assertThat(rooms().tokens.find(token)).isPresent();
    assertThat(key).hasBinaryContent(before);
    shop.rooms.database.useTransaction(
        tx -> tx.createUpdate("update push_key set private_key = :was")
            .bind("was", sealed)
            .execute());
    Keys.renew(config(shop));
    isWhole();
  }

  @Test
  void nobodyMayRunOnTheOldKeyMeanwhile() {
    try (var running = new TestKept()) {
      assertThatThrownBy(() -> Keys.renew(config(running.shop)))
          .isInstanceOf(Refusal.class)
          .hasMessage("Kept runs on this database. Stop it, everywhere, and try again.");
    }
  }

  @Test
  void whereNoShopIsNoneIsMade() throws IOException {
    var empty = Files.createTempDirectory("no-shop");

    assertThatThrownBy(() -> Keys.renew(config(Config.Ground.in(empty, shop.url()))))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("There is no shop here yet.");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aNewTableSaysWhetherTheKeyMadeItsBytes() {
    var silent =
        shop.database.read(tx -> tx.createQuery("""
            select relname || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid
             where relkind = 'r' and relnamespace = cast('public' as regnamespace)
               and atttypid = cast('bytea' as regtype) and not attisdropped
               and coalesce(col_description(attrelid, attnum), '')
                   not in ('hashed under secret.key', 'sealed with secret.key')
            """).mapTo(String.class).set());

    assertThat(silent)
        .as("plain bytes: a digest of words, or a public key")
        .isEqualTo(Set.of(
            "form_key.content_hash",
            "idempotency_key.request",
            "not_a_promise.words_hash",
            "passkey.credential",
            "passkey.public_key",
            "push_key.public_key"));
  }

  private void isWhole() {
    var rooms = rooms();
    assertThat(rooms.sessions.find(session)).isPresent();
    assertThat(rooms.tokens.find(token)).isPresent();
    assertThat(rooms.tokens.find("a guess")).isEmpty();
    vapid(rooms);
  }

  /// As a process that starts now has them.
  private Rooms rooms() {
    return new Rooms(shop.database, Config.Ground.in(shop.folder, null), shop.clock);
  }

  private byte[] vapid(Rooms rooms) {
    new VapidKeys(shop.database, rooms.secrets, shop.clock).get();
    return shop.database.read(tx ->
        tx.createQuery("select private_key from push_key").mapTo(byte[].class).one());
  }

  private static Config config(TestShop shop) {
    return config(Config.Ground.in(shop.folder, shop.url()));
  }

  private static Config config(Config.Ground ground) {
    return new Config(
        ground,
        new WebSettings("127.0.0.1", 0, null, Set.of()),
        new Config.Mail("127.0.0.1", 0, null),
        new Config.Phone("127.0.0.1", 0, 20000, 29999, null));
  }
}
