package kept.email;

import java.time.Instant;
import java.time.InstantSource;
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

  /// Reads everything that came. Null: nothing more to do until woken.
  @Nullable
  Instant readAll() {
    while (true) {
      var read = readBatch();
      if (read == 0) return null;
    }
  }

  private int readBatch() {
    try {
      return read(BATCH, this::file);
    } catch (RuntimeException e) {
      log.warn("a batch of letters could not be read, reading the first alone", e);
    }
    try {
      return read(1, this::file);
    } catch (RuntimeException e) {
      // A full disk says nothing of the letter: the loop tries again.
      if (Passing.is(e)) throw e;
      log.warn("a letter could not be read and is shown as it came", e);
      return read(1, mail -> fileUnread(mail, String.valueOf(e)));
    }
  }

  private int read(int limit, Consumer<InboundMail> work) {
    return database.inTransaction(tx -> {
      var mails = store.claim(tx, limit);
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
