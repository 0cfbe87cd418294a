package kept.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What the schema holds, as PostgreSQL's own catalogue knows it: so a new table is in the next
/// backup without anybody thinking of it.
final class Catalogue {
  /// Written by the migrations, never by a restore.
  private static final String OF_THE_MIGRATIONS = "flyway_schema_history";

  private final Handle tx;

  Catalogue(Handle tx) {
    this.tx = tx;
  }

  /// A reference from a table to another, as PostgreSQL would write it down.
  record Reference(String table, String name, String definition) {}

  /// The version that the migrations brought it to.
  int version() {
    return tx.createQuery("select max(version::int) from flyway_schema_history where success")
        .mapTo(Integer.class)
        .one();
  }

  /// Every table with the columns that are stored as they are; those that PostgreSQL works out
  /// are not among them.
  Map<String, List<String>> columns() {
    return tx.createQuery("""
            select c.relname as name, a.attname as column
              from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> :migrations
               and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by c.relname, a.attnum
            """)
        .bind("migrations", OF_THE_MIGRATIONS)
        .map((row, context) -> Map.entry(row.getString("name"), row.getString("column")))
        .collect(Collectors.groupingBy(
            Map.Entry::getKey,
            TreeMap::new,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<Manifest.Sequence> sequences() {
    return tx.createQuery("""
            select sequencename as name, coalesce(last_value, 0) as last
              from pg_sequences where schemaname = current_schema() order by sequencename
            """)
        .map((row, context) -> new Manifest.Sequence(row.getString("name"), row.getLong("last")))
        .list();
  }

  List<Reference> references() {
    return tx.createQuery("""
            select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
              from pg_constraint
             where connamespace = current_schema()::regnamespace and contype = 'f'
             order by 1, 2
            """)
        .map((row, context) -> new Reference(
            row.getString("table"), row.getString("name"), row.getString("definition")))
        .list();
  }
}
