package kept.promises;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kept.platform.Database;
import kept.platform.Rows;
import kept.promises.Horizons.Span;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// How much is owed and how much was kept, counted. Threads may share this object.
public final class Tallies {
  /// Beyond this nobody counts along any more.
  private static final int ENOUGH = 1000;

  private final Database database;

  public Tallies(Database database) {
    this.database = database;
  }

  /// How many of an agent's are open, counted up to a thousand.
  public int open(AgentId keeper) {
    return database.read(tx -> tx.createQuery("""
                    select count(*)
                      from (select 1 from promise where state = 'open' and keeper = :keeper limit :enough) counted
                    """)
        .bind("keeper", keeper)
        .bind("enough", ENOUGH)
        .mapTo(Integer.class)
        .one());
  }

  /// What every page says of the house: how many people wait for us and how many promises are open,
  /// each counted up to a thousand, and what the last judged check of the alarms found wrong.
  public record Glance(int waiting, int open, @Nullable String trouble) {}

  public Glance glance() {
    return database.read(tx -> tx.createQuery("""
                    select (select count(*)
                              from (select 1 from conversation where waiting_since is not null limit :enough) counted) as waiting,
                           (select count(*) from (select 1 from promise where state = 'open' limit :enough) counted) as open,
                           (select trouble
                              from (select * from alarm_check order by at desc limit 2) lately
                             where judged_at is not null
                             order by at desc
                             limit 1) as trouble
                    """)
        .bind("enough", ENOUGH)
        .map((row, context) ->
            new Glance(row.getInt("waiting"), row.getInt("open"), row.getString("trouble")))
        .one());
  }

  /// How many open promises fall in each span.
  public Map<Span, Integer> open(Slice slice, Horizons horizons) {
    return database.read(tx -> PromiseQuery.narrowed(tx.createQuery("""
                    select count(*) filter (where due_at < :now) as late,
                           count(*) filter (where due_at >= :now and due_at < :today) as today,
                           count(*) filter (where due_at >= :today and due_at < :tomorrow) as tomorrow,
                           count(*) filter (where due_at >= :tomorrow and due_at < :week) as week,
                           count(*) filter (where due_at >= :week) as later
                      from promise
                     where state = 'open' and <keeper> and <kind>
                    """), slice)
        .bind("now", horizons.now())
        .bind("today", horizons.today())
        .bind("tomorrow", horizons.tomorrow())
        .bind("week", horizons.week())
        .map((row, context) -> {
          var counts = new EnumMap<Span, Integer>(Span.class);
          counts.put(Span.LATE, row.getInt("late"));
          counts.put(Span.TODAY, row.getInt("today"));
          counts.put(Span.TOMORROW, row.getInt("tomorrow"));
          counts.put(Span.WEEK, row.getInt("week"));
          counts.put(Span.LATER, row.getInt("later"));
          return counts;
        })
        .one());
  }

  /// Who keeps how many open promises, and for how many of them somebody said why they may be late.
  public record Load(AgentId keeper, int open, int atRisk) {}

  /// The fullest hands first.
  public List<Load> loads() {
    return database.read(tx -> tx.createQuery("""
                    select keeper, count(*) as open, count(at_risk_since) as at_risk
                      from promise
                     where state = 'open'
                     group by keeper
                     order by count(*) desc, keeper
                    """)
        .map((row, context) -> new Load(
            Rows.id(row, "keeper", AgentId::new), row.getInt("open"), row.getInt("at_risk")))
        .list());
  }

  /// Of `of` promises that ended or fell due, `kept` were kept in time.
  public record Kept(int kept, int of) {}

  /// What became of the promises since then; what is still open and in time does not count yet.
  public Kept keptSince(Instant since, Instant now) {
    return database.read(tx -> tx.createQuery("""
                    select count(*) filter (where broken_at is null) as kept,
                           count(*) + (select count(*) from promise
                                        where state = 'open' and due_at >= :since and due_at < :now) as of
                      from promise
                     where state = 'kept' and ended_at >= :since
                    """)
        .bind("since", since)
        .bind("now", now)
        .map((row, context) -> new Kept(row.getInt("kept"), row.getInt("of")))
        .one());
  }

  /// True once a promise was ever made.
  public boolean anyMade() {
    return database.read(tx -> tx.createQuery("select exists (select 1 from promise)")
        .mapTo(Boolean.class)
        .one());
  }
}
