package kept.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import kept.TestShop;

/// Where words stand: in which rows of which tables, read whole through the catalogue so that no
/// column is left out, and in which files.
record Traces(TestShop shop) {
  /// How many rows of each table say one of these, in any column of any type.
  TreeMap<String, Integer> rows(String... words) {
    var found = new TreeMap<String, Integer>();
    var like = List.of(words).stream()
        .map(word -> "%" + word.toLowerCase(Locale.ROOT) + "%")
        .toList();
    for (var table : tables()) {
      var count = shop.database.read(tx -> tx.createQuery(
              "select count(*) from <table> t where lower(t::text) like any(:words)")
          .define("table", table)
          .bindArray("words", String.class, like)
          .mapTo(Integer.class)
          .one());
      if (count > 0) found.put(table, count);
    }
    return found;
  }

  private List<String> tables() {
    return shop.database.read(tx -> tx.createQuery("""
            select c.oid::regclass::text
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
             order by 1
            """).mapTo(String.class).list());
  }

  /// The files that say one of these.
  TreeSet<String> files(String... words) {
    var found = new TreeSet<String>();
    try (var all = Files.walk(shop.folder)) {
      for (var file : all.filter(Files::isRegularFile).toList())
        if (says(file, words)) found.add(shop.folder.relativize(file).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean says(Path file, String... words) throws IOException {
    var bytes = Files.readString(file, ISO_8859_1).toLowerCase(Locale.ROOT);
    for (var word : words) if (bytes.contains(word.toLowerCase(Locale.ROOT))) return true;
    return false;
  }
}
