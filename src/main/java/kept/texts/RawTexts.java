package kept.texts;

import java.time.Instant;
import kept.platform.Database;

/// Texts as they came that could not be put on a timeline. Threads may share this object.
public final class RawTexts {
  private final Database database;
  private final TextStore store = new TextStore();

  public RawTexts(Database database) {
    this.database = database;
  }

  /// Lets go of those that came before then and that nobody could file; says how many.
  public int forgetUnfiledBefore(Instant limit) {
    return database.inTransaction(tx -> store.forgetUnfiledBefore(tx, limit));
  }
}
