package kept.platform;

import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/// Writes what is not to be forgotten because the database dies just then. What it refuses while
/// it lives is a bug, and is said. Threads may share this object.
final class Insistence {
  private static final Duration NOT_YET = Duration.ofMillis(100);
  /// A pool may hand out as many connections that died with the server.
  private static final int SOME = 16;

  private final Database database;
  private final Duration longest;

  Insistence(Database database, Duration longest) {
    this.database = database;
    this.longest = longest;
  }

  /// Does this in a transaction, again and again until there was one.
  void write(Runnable work) {
    var until = System.nanoTime() + longest.toNanos();
    for (int refused = 0; ; ) {
      try {
        database.useTransaction(tx -> work.run());
        return;
      } catch (JdbiException e) {
        if (database.answers()) refused++;
        if (refused > SOME || System.nanoTime() > until) throw e;
      }
      if (!pause()) return;
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(NOT_YET);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
