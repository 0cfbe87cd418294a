package kept.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files leave the disk when nothing names them, and never sooner.
class BlobSweepDbTest {
  private final TestShop shop = new TestShop();
  private final Blobs blobs = shop.rooms.blobs;
  private final BlobSweep sweep = shop.rooms.blobSweep;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatIsLetGoOfGoesUnlessAnotherRowNamesIt() {
    var alone = blobs.store("alone".getBytes(UTF_8));
    var shared = attached(shop.crackedTv(), "shared");

    blobs.letGo(List.of(alone, shared));

    assertThat(sweep.deleteLetGo()).isEqualTo(1);
    assertThat(file(alone)).doesNotExist();
    assertThat(file(shared)).exists();
    assertThat(rows(alone)).isZero();
    assertThat(rows(shared)).isEqualTo(1);
  }

  @Test
  void whatComesAgainIsKept() {
    var hash = blobs.store("again".getBytes(UTF_8));
    blobs.letGo(List.of(hash));

    blobs.store("again".getBytes(UTF_8));

    assertThat(sweep.deleteLetGo()).isZero();
    assertThat(blobs.read(hash)).isEqualTo("again".getBytes(UTF_8));
    blobs.letGo(List.of(hash));
    sweep.deleteLetGo();
    assertThat(blobs.store("again".getBytes(UTF_8))).isEqualTo(hash);
    assertThat(blobs.read(hash)).isEqualTo("again".getBytes(UTF_8));
  }

  /// A death after the commit and before the file went, or before the row was written.
  @Test
  void whatADeathLeftIsFoundLater() throws IOException {
    var let = blobs.store("let go".getBytes(UTF_8));
    blobs.letGo(List.of(let));
    var stray = file("ab" + "0".repeat(62));
    Files.createDirectories(stray.getParent());
    Files.writeString(stray, "words");
    var young = stray.resolveSibling("ab" + "1".repeat(62));
    Files.writeString(young, "words");
    age(stray, 25);
    age(young, 23);

    sweep.sweep();
    sweep.sweep("ab");

    assertThat(file(let)).doesNotExist();
    assertThat(stray).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void whatNoFormWasSentWithGoesAfterADay() {
    var unsent = blobs.store("unsent".getBytes(UTF_8));
    var attached = attached(shop.crackedTv(), "attached");
    for (var hash : List.of(unsent, attached)) sweep.sweep(hash.substring(0, 2));
    assertThat(sweep.deleteLetGo()).isZero();
    shop.clock.advance(Duration.ofHours(25));

    for (var hash : List.of(unsent, attached)) sweep.sweep(hash.substring(0, 2));

    assertThat(sweep.deleteLetGo()).isEqualTo(1);
    assertThat(file(unsent)).doesNotExist();
    assertThat(file(attached)).exists();
  }

  private String attached(Conversation matter, String words) {
    var hash = blobs.store(words.getBytes(UTF_8));
    var file = new Draft.NewFile(hash, "a.txt", "text/plain", null, words.length());
    shop.rooms.messages.note(shop.priya, matter.id(), new Draft("See", null, null, List.of(file)));
    return hash;
  }

  private void age(Path file, int hours) throws IOException {
    var at = shop.clock.instant().minus(Duration.ofHours(hours));
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private Path file(String hash) {
    return blobs.fileOf(hash);
  }

  private int rows(String hash) {
    return shop.database.read(tx -> tx.createQuery("select count(*) from blob where hash = :hash")
        .bind("hash", hash)
        .mapTo(Integer.class)
        .one());
  }
}
