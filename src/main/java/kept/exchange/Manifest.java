package kept.exchange;

import java.time.Instant;
import java.util.List;
import kept.platform.Json;

/// What a backup says of itself, in `manifest.json`. It is written last: a file without it was cut
/// off.
///
/// @param format of the file; this release writes and reads 1
/// @param schema version of the tables, as the migrations count
/// @param log a number behind every transaction in the log of events
/// @param tables in the order of their names
/// @param files how many the database refers to that are in here
/// @param lacking files the database refers to that were gone from the disk
record Manifest(
    int format,
    Instant takenAt,
    int schema,
    long log,
    List<Table> tables,
    List<Sequence> sequences,
    int files,
    List<String> lacking) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  /// A table's rows in the text format of PostgreSQL's COPY, with these columns in this order.
  record Table(String name, List<String> columns, long rows) {
    String entry() {
      return "tables/" + name + ".copy";
    }

    /// Both as PostgreSQL wants them; they came from its own catalogue.
    String sql() {
      return "\"" + name + "\" (\"" + String.join("\", \"", columns) + "\")";
    }
  }

  /// What a counter said last.
  record Sequence(String name, long last) {}

  String json() {
    return Json.write(this);
  }

  static Manifest of(String json) {
    return Json.MAPPER.readValue(json, Manifest.class);
  }
}
