package kept.promises;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.NotFound;
import kept.promises.Horizons.Span;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Everything owed, across people and days, as lists are made of it. Threads may share this object.
public final class Board {
  public static final int MOST_KEPT = 60;

  /// Only what nobody has taken up yet calls for somebody.
  private static final String ALARMED = """
      (select step
         from alarm
        where promise = p.id and fired_at is not null and taken_at is null
        order by at desc
        limit 1)""";

  private final Database database;

  public Board(Database database) {
    this.database = database;
  }

  public Item get(PromiseId id) {
    return database
        .read(tx -> one(tx, id))
        .orElseThrow(() -> new NotFound("There is no such promise."));
  }

  /// Open promises, soonest first.
  public List<Item> open(Slice slice, int limit) {
    return database.read(
        tx -> items(PromiseQuery.narrowed(tx.createQuery("""
                    select p.*, c.name as customer_name, <alarmed> as alarmed
                      from (
                           select *
                             from promise
                            where state = 'open' and <keeper> and <kind>
                            order by due_at, id
                            limit :limit) p
                      join customer c on c.id = p.customer
                     order by p.due_at, p.id
                    """), slice).bind("limit", limit)));
  }

  /// `open` is what is due in some spans, soonest first; a span without any is left out. `kept` is
  /// what was kept lately, the latest first, [#MOST_KEPT] at most.
  public record Day(Map<Span, List<Item>> open, List<Item> kept) {}

  /// What is open in these spans, at most `limit` in each, and what was kept from `since` on.
  public Day day(Slice slice, Horizons horizons, Collection<Span> spans, int limit, Instant since) {
    var items = database.read(tx -> items(PromiseQuery.narrowed(tx.createQuery("""
                  select p.*, c.name as customer_name, case when p.state = 'open' then <alarmed> end as alarmed
                    from (
                         (select open.*
                            from (values ('LATE', '-infinity', :now::timestamptz),
                                         ('TODAY', :now::timestamptz, :today::timestamptz),
                                         ('TOMORROW', :today::timestamptz, :tomorrow::timestamptz),
                                         ('WEEK', :tomorrow::timestamptz, :week::timestamptz),
                                         ('LATER', :week::timestamptz, 'infinity')) as span (name, since, until)
                           cross join lateral (
                                 select *
                                   from promise
                                  where state = 'open' and due_at >= span.since and due_at < span.until
                                    and <keeper> and <kind>
                                  order by due_at, id
                                  limit <limit>) open
                           where span.name = any(:spans))
                          union all
                         (select *
                            from promise
                           where state = 'kept' and ended_at >= :since and <keeper> and <kind>
                           order by ended_at desc
                           limit <kept>)) p
                    join customer c on c.id = p.customer
                   order by p.ended_at desc nulls first, p.due_at, p.id
                  """), slice)
        .define("limit", limit)
        .define("kept", MOST_KEPT)
        .bind("now", horizons.now())
        .bind("today", horizons.today())
        .bind("tomorrow", horizons.tomorrow())
        .bind("week", horizons.week())
        .bindArray("spans", String.class, spans.stream().map(Span::name).toList())
        .bind("since", since)));
    var kept = items.stream().filter(item -> !item.promise().isOpen()).toList();
    return new Day(openBySpan(items, horizons), kept);
  }

  private static Map<Span, List<Item>> openBySpan(List<Item> items, Horizons horizons) {
    return items.stream()
        .filter(item -> item.promise().isOpen())
        .collect(groupingBy(
            item -> horizons.spanOf(item.promise().dueAt()),
            () -> new EnumMap<>(Span.class),
            toList()));
  }

  /// Promises that broke from `since` on to people who have not said since that it is sorted.
  public List<Item> brokenSince(Instant since, int limit) {
    return database.read(
        tx -> items(tx.createQuery("""
                    select p.*, c.name as customer_name, null as alarmed
                      from (
                           select *
                             from promise
                            where broken_at >= :since
                            order by broken_at desc
                            limit :limit) p
                      join customer c on c.id = p.customer
                      join conversation matter on matter.id = p.conversation
                     where matter.state <> 'confirmed'
                     order by p.broken_at desc
                    """).bind("since", since).bind("limit", limit)));
  }

  /// What is owed to these people, soonest first.
  public List<Promise> owedTo(Collection<CustomerId> customers) {
    var ids = customers.stream().map(CustomerId::value).toList();
    return database.read(tx -> tx.createQuery("""
                    select * from promise
                     where customer = any(:ids) and state = 'open'
                     order by due_at, id
                    """)
        .bindArray("ids", UUID.class, ids)
        .map((row, context) -> PromiseStore.promise(row))
        .list());
  }

  /// Open promises that say these words or were made to somebody of this name.
  public List<Item> search(Slice slice, String words, int limit) {
    return database.read(tx -> items(PromiseQuery.narrowed(tx.createQuery("""
                    select p.*, c.name as customer_name, <alarmed> as alarmed
                      from promise p
                      join customer c on c.id = p.customer
                     where p.state = 'open' and <keeper> and <kind>
                       and p.id in (
                           (select id from promise where state = 'open' and lower(what) like :like limit 200)
                           union
                           (select id from promise where state = 'open' and customer in (
                                   select id from customer where lower(name) like :like limit 200)))
                     order by p.due_at, p.id
                     limit :limit
                    """), slice)
        .bind("like", "%" + escaped(words) + "%")
        .bind("limit", limit)));
  }

  private static Optional<Item> one(Handle tx, PromiseId id) {
    return items(tx.createQuery("""
                select p.*, c.name as customer_name, <alarmed> as alarmed
                  from promise p
                  join customer c on c.id = p.customer
                 where p.id = :id
                """).bind("id", id)).stream().findFirst();
  }

  private static List<Item> items(Query query) {
    return query.define("alarmed", ALARMED).map((row, context) -> item(row)).list();
  }

  private static Item item(ResultSet row) throws SQLException {
    var alarmed = row.getString("alarmed");
    return new Item(
        PromiseStore.promise(row),
        row.getString("customer_name"),
        alarmed == null ? null : Step.of(alarmed));
  }

  private static String escaped(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
  }
}
