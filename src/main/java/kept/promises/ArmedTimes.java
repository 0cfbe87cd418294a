package kept.promises;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Rows;

/// What the alarms of every open promise are set for: taken before and after the hours change, it
/// says how many have other times now. Threads may share this object.
public final class ArmedTimes {
  private final Database database;

  public ArmedTimes(Database database) {
    this.database = database;
  }

  /// The times of each promise, to be compared with each other only.
  public Map<PromiseId, String> times() {
    return database.read(tx -> tx
        .createQuery("""
                    select promise, string_agg(at::text, ' ' order by at) as times
                      from alarm
                     where fired_at is null and cancelled_at is null
                     group by promise
                    """)
        .map((row, context) ->
            Map.entry(Rows.id(row, "promise", PromiseId::new), row.getString("times")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// How many have other times now than before.
  public int movedSince(Map<PromiseId, String> before) {
    return (int) times().entrySet().stream()
        .filter(after -> !Objects.equals(before.get(after.getKey()), after.getValue()))
        .count();
  }
}
