package kept.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parameters of a list's address, read as strictly as a body.
final class Query {
  private static final int USUAL_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;

  private final Map<String, List<String>> parameters;

  private Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  static Query of(Context request, String... names) {
    var known = Stream.concat(Stream.of(names), Stream.of("limit", "cursor")).toList();
    for (var sent : request.queryParamMap().entrySet()) {
      var name = sent.getKey();
      if (!known.contains(name))
        throw Wrong.parameter(
            name,
            "There is no parameter \"" + name + "\" here. It takes: " + String.join(", ", known)
                + ".");
      if (sent.getValue().size() > 1)
        throw Wrong.parameter(name, "The parameter \"" + name + "\" is there more than once.");
    }
    return new Query(request.queryParamMap());
  }

  /// An empty one does not narrow anything.
  @Nullable
  String text(String name) {
    var text = parameters.getOrDefault(name, List.of("")).getFirst();
    return text.isBlank() ? null : text;
  }

  <T> @Nullable T id(String name, Function<UUID, T> type) {
    var text = text(name);
    if (text == null) return null;
    return Text.id(text)
        .map(type)
        .orElseThrow(
            () -> Wrong.parameter(name, "The parameter \"" + name + "\" has to be an id."));
  }

  /// The one of these whose word is sent.
  <T> @Nullable T oneOf(String name, T[] values, Function<T, String> word) {
    var text = text(name);
    if (text == null) return null;
    for (var value : values) if (word.apply(value).equals(text)) return value;
    var words = Stream.of(values).map(word).toList();
    throw Wrong.parameter(
        name, "The parameter \"" + name + "\" has to be one of: " + String.join(", ", words) + ".");
  }

  int limit() {
    var text = text("limit");
    if (text == null) return USUAL_LIMIT;
    if (text.matches("\\d{1,3}")) {
      var limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LARGEST_LIMIT) return limit;
    }
    throw Wrong.parameter("limit", "The parameter \"limit\" has to be a number from 1 to 200.");
  }

  /// The row behind which this page of a list begins; none for the first page.
  @Nullable
  UUID after(String list) {
    var text = text("cursor");
    return text == null ? null : Cursor.parse(list, text);
  }
}
