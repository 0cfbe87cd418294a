package kept.api;

import java.util.List;
import java.util.function.Function;
import kept.platform.Id;
import org.jspecify.annotations.Nullable;

/// A part of a list, and the cursor with which the next part is asked for; none: this was the last.
record Page<T>(List<T> items, @Nullable String next) {
  /// Reads one row more than the page has, to know whether there is another page.
  static <R> Page<R> of(String list, int limit, Function<R, Id> id, Rows<R> rows) {
    var read = rows.read(limit + 1);
    if (read.size() <= limit) return new Page<>(read, null);
    var items = read.subList(0, limit);
    return new Page<>(items, Cursor.behind(list, id.apply(items.getLast()).value()));
  }

  static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  <S> Page<S> map(Function<List<T>, List<S>> shape) {
    return new Page<>(shape.apply(items), next);
  }

  interface Rows<R> {
    List<R> read(int limit);
  }
}
