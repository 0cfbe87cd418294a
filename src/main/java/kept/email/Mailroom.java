package kept.email;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Loop;
import kept.platform.Passing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads accepted letters into conversations, in the order in which they came.
///
/// A letter and the mark that it was read commit together, so it is there exactly once however
/// often we die. One that breaks the reading is shown as its original, never dropped.
public final class Mailroom implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Mailroom.class);
  /// One commit for several letters, as long as a page that waits for one of them does not notice.
  private static final int BATCH = 16;

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Database database;
  private final Blobs blobs;
  private final Filing filing;
  private final InstantSource clock;
  private final InboundMailStore store = new InboundMailStore();
  private @Nullable Loop loop;

  public Mailroom(Database database, Blobs blobs, Filing filing, InstantSource clock) {
    this.database = database;
    this.blobs = blobs;
    this.filing = filing;
    this.clock = clock;
  }

  public void start() {
    loop = Loop.start("mailroom", clock, this::readAll);
  }

  public void wake() {
    if (loop != null) loop.wake();
  }

  @Override
  public void close() {
    if (loop != null) loop.close();
  }

  /// Reads everything that came; says when to look again for what is not on the disk. Null: nothing
  /// more to do until woken.
  @Nullable
  Instant readAll() {
    var gone = new HashSet<InboundMail.InboundMailId>();
    while (readBatch(gone) > 0) {}
    return gone.isEmpty() ? null : clock.instant().plus(AGAIN);
  }

  private int readBatch(Set<InboundMail.InboundMailId> gone) {
    try {
      return read(BATCH, gone, this::file);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.warn("a batch of letters could not be read, reading the first alone", e);
    }
    try {
      return read(1, gone, this::file);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // A full disk says nothing of the letter: the loop tries again.
      if (Passing.is(e)) throw e;
      log.warn("a letter could not be read and is shown as it came", e);
      return readUnread(gone, String.valueOf(e));
    }
  }

  /// The first one, as it came. One whose bytes are gone waits for them and holds up no other.
  private int readUnread(Set<InboundMail.InboundMailId> gone, String trouble) {
    var first = new ArrayList<InboundMail.InboundMailId>();
    try {
      return read(1, gone, mail -> {
        first.add(mail.id());
        fileUnread(mail, trouble);
      });
    } catch (RuntimeException e) {
      if (Passing.is(e) || first.isEmpty()) throw e;
      log.error("letter={} is not on the disk, trying again", first, e);
      gone.addAll(first);
      return first.size();
    }
  }

  private int read(int limit, Set<InboundMail.InboundMailId> butNot, Consumer<InboundMail> work) {
    return database.inTransaction(tx -> {
      var mails = store.claim(tx, limit, butNot);
      mails.forEach(work);
      return mails.size();
    });
  }

  private void file(InboundMail mail) {
    database.useTransaction(tx -> {
      var message = filing.file(mail, blobs.read(mail.blob())).orElse(null);
      store.processed(tx, mail, message, null, clock.instant());
    });
  }

  private void fileUnread(InboundMail mail, String trouble) {
    database.useTransaction(tx -> {
      var message = filing.fileUnread(mail, blobs.read(mail.blob()));
      store.processed(tx, mail, message, trouble, clock.instant());
    });
  }
}
