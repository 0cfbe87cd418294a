package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kept.promises.Kind;
import kept.promises.Slice;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What of the board an address asks for, and the addresses of its neighbours. `show` is one
/// section in full. Pure but for reading the request.
record BoardQuery(
    boolean byPerson, @Nullable AgentId keeper, @Nullable Kind kind, String show) {

  static BoardQuery of(Context request, Onlooker onlooker) {
    var keeper = Form.inAddress(request, "keeper");
    var kind = Form.inAddress(request, "kind");
    return new BoardQuery(
        Form.inAddress(request, "by").equals("person"),
        keeper(keeper, onlooker),
        kind.isEmpty() ? null : Kind.of(kind),
        Form.inAddress(request, "show"));
  }

  Slice slice() {
    return new Slice(keeper, kind);
  }

  BoardQuery by(boolean person) {
    return new BoardQuery(person, keeper, kind, "");
  }

  BoardQuery keptBy(@Nullable AgentId other) {
    return new BoardQuery(byPerson, other, kind, "");
  }

  BoardQuery ofKind(@Nullable Kind other) {
    return new BoardQuery(byPerson, keeper, other, "");
  }

  BoardQuery showing(String section) {
    return new BoardQuery(false, keeper, kind, section);
  }

  /// The page, or with another path a part of it.
  String href() {
    return "/promises" + asked();
  }

  String src() {
    return "/promises/board" + asked();
  }

  private String asked() {
    var parts = new LinkedHashMap<String, String>();
    if (byPerson) parts.put("by", "person");
    if (keeper != null) parts.put("keeper", keeper.toString());
    if (kind != null) parts.put("kind", kind.word());
    if (!show.isEmpty()) parts.put("show", show);
    if (parts.isEmpty()) return "";
    return parts.entrySet().stream()
        .map(BoardQuery::written)
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String written(Map.Entry<String, String> part) {
    return part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8);
  }

  /// A helper sees their own whatever they ask for.
  private static @Nullable AgentId keeper(String asked, Onlooker onlooker) {
    if (onlooker.isHelper() || asked.equals("me")) return onlooker.me().id();
    return asked.isEmpty() ? null : AgentId.parse(asked);
  }
}
