package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every alarm of the shop with its proof, page by page. Threads may share this object.
public final class AlarmLog {
  /// Which alarms: all that fired, those that nobody took up while the promise is open, those that
  /// could not go out on some way and were not seen on another, and those that are still to come.
  public enum Which {
    FIRED("a.fired_at is not null"),
    UNTAKEN("a.fired_at is not null and a.taken_at is null and p.state = 'open'"),
    UNSENT("""
        a.fired_at is not null and exists (
          select 1 from alarm_told t join delivery d on d.id = t.delivery
           where t.alarm = a.id and (d.refused_at is not null or d.bounced_at is not null)
             and not exists (
               select 1 from alarm_told s
                where s.alarm = t.alarm and s.agent = t.agent and s.seen_at is not null))"""),
    COMING("a.fired_at is null and a.cancelled_at is null");

    private final String where;

    Which(String where) {
      this.where = where;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// An alarm with the promise that it is about.
  public record Entry(Alarm alarm, Promise promise, String customerName) {}

  /// The place behind an entry: its time and its id.
  public record After(Instant at, AlarmId id) {}

  private final Database database;
  private final AlarmProof proof = new AlarmProof();

  public AlarmLog(Database database) {
    this.database = database;
  }

  /// What fired, the latest first; what is to come, the next first.
  public List<Entry> page(Which which, @Nullable After after, int limit) {
    return database.read(tx -> {
      var about = about(tx, which, after, limit);
      var alarms = proof.of(tx, about.stream().map(About::id).toList()).stream()
          .collect(Collectors.toMap(Alarm::id, Function.identity()));
      return about.stream()
          .flatMap(one -> Optional.ofNullable(alarms.get(one.id)).stream()
              .map(alarm -> new Entry(alarm, one.promise, one.customerName)))
          .toList();
    });
  }

  private record About(AlarmId id, Promise promise, String customerName) {}

  private static List<About> about(Handle tx, Which which, @Nullable After after, int limit) {
    var coming = which == Which.COMING;
    return tx.createQuery("""
            select a.id as alarm, c.name as customer_name, p.*
              from alarm a
              join promise p on p.id = a.promise
              join customer c on c.id = p.customer
             where <which> and <after>
             order by <time> <order>, a.id <order>
             limit :limit
            """)
        .define("which", which.where)
        .define("time", coming ? "a.at" : "a.fired_at")
        .define("order", coming ? "asc" : "desc")
        .define(
            "after",
            after == null
                ? "true"
                : coming ? "(a.at, a.id) > (:at, :id)" : "(a.fired_at, a.id) \\< (:at, :id)")
        .bind("at", after == null ? null : after.at())
        .bind("id", after == null ? null : after.id())
        .bind("limit", limit)
        .map((row, context) -> new About(
            Rows.id(row, "alarm", AlarmId::new),
            PromiseStore.promise(row),
            row.getString("customer_name")))
        .list();
  }
}
