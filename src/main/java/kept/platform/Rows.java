package kept.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the columns that JDBC has no short word for, and turns rows to be written into columns.
public final class Rows {
  private Rows() {}

  /// One column of many rows, for `unnest`.
  public static <S, T extends @Nullable Object> List<T> column(
      Collection<S> rows, Function<S, T> value) {
    var values = new ArrayList<T>(rows.size());
    for (var row : rows) values.add(value.apply(row));
    return values;
  }

  /// A `timestamptz`, null when it is.
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// A `timestamptz` that the schema says is not null.
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// A `uuid` as its id type.
  public static <T> T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
    return type.apply(row.getObject(column, UUID.class));
  }

  /// A `uuid` as its id type, null when it is.
  public static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> type)
      throws SQLException {
    var value = row.getObject(column, UUID.class);
    return value == null ? null : type.apply(value);
  }
}
