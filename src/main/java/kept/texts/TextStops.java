package kept.texts;

import kept.platform.Database;

/// The numbers that asked for no more texts. Threads may share this object.
public final class TextStops {
  private final Database database;
  private final TextStore store = new TextStore();

  public TextStops(Database database) {
    this.database = database;
  }

  public boolean has(String number) {
    return database.read(tx -> store.isStopped(tx, number));
  }
}
