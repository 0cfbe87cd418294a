package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kept.platform.Json;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// `openapi.yaml` as a test reads it: which routes it has, and whether an answer is as it says.
final class Description {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;

  private Description(JsonNode root) {
    this.root = root;
  }

  static Description read() {
    var yaml = new String(Api.description(), StandardCharsets.UTF_8);
    return new Description(Json.MAPPER.valueToTree(new Yaml().<Object>load(yaml)));
  }

  /// `GET /promises/{id}` and all the others.
  Set<String> routes() {
    var routes = new TreeSet<String>();
    root.get("paths")
        .properties()
        .forEach(path -> path.getValue().propertyNames().stream()
            .filter(METHODS::contains)
            .forEach(method ->
                routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    return routes;
  }

  /// Fails unless this answer is one that the description has for this request.
  void check(Map.Entry<String, String> request, int status, JsonNode body) {
    var method = request.getKey();
    var path = request.getValue();
    var template = root.get("paths").properties().stream()
        .filter(entry -> matches(entry.getKey(), path))
        .findFirst();
    if (template.isEmpty()) return;
    var operation = template.get().getValue().get(method.toLowerCase(java.util.Locale.ROOT));
    if (operation == null) return;
    var answer = operation.get("responses").get(String.valueOf(status));
    assertThat(answer).as("%s %s may answer %d", method, path, status).isNotNull();
    var content = resolved(answer).get("content");
    var schema = content.properties().iterator().next().getValue().get("schema");
    check(schema, body, method + " " + path + " " + status);
  }

  /// Every example in it, with the schema it is an example of.
  List<Map.Entry<JsonNode, JsonNode>> examples() {
    return root.findParents("example").stream()
        .filter(owner -> owner.has("schema") || owner.has("properties"))
        .map(owner ->
            Map.entry(owner.has("schema") ? owner.get("schema") : owner, owner.get("example")))
        .toList();
  }

  void check(JsonNode schema, JsonNode value, String where) {
    var type = resolved(schema);
    if (type.has("oneOf")) {
      if (!value.isNull()) check(type.get("oneOf").get(1), value, where);
      return;
    }
    if (type.has("type")) assertThat(types(type)).as(where).contains(typeOf(value));
    if (value.isNull()) return;
    if (type.has("enum"))
      assertThat(type.get("enum").valueStream().map(JsonNode::asString))
          .as(where)
          .contains(value.asString());
    if ("date-time".equals(type.path("format").asString("")))
      assertThat(value.asString()).as(where).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    if (value.isArray()) value.forEach(item -> check(type.get("items"), item, where + "[]"));
    if (value.isObject()) checkObject(type, value, where);
  }

  private void checkObject(JsonNode type, JsonNode value, String where) {
    type.path("required")
        .forEach(name ->
            assertThat(value.has(name.asString())).as(where + " has " + name).isTrue());
    for (var field : value.properties()) {
      var property = type.path("properties").get(field.getKey());
      if (property != null) check(property, field.getValue(), where + "." + field.getKey());
      else
        assertThat(type.path("additionalProperties").asBoolean(true))
            .as(where + " may have " + field.getKey())
            .isTrue();
    }
  }

  private JsonNode resolved(JsonNode node) {
    if (!node.has("$ref")) return node;
    return root.at(node.get("$ref").asString().substring(1));
  }

  private static List<String> types(JsonNode schema) {
    var type = schema.get("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).toList()
        : List.of(type.asString());
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case ARRAY -> "array";
      default -> "object";
    };
  }

  private static boolean matches(String template, String path) {
    var pattern = Pattern.quote(template).replaceAll("\\{\\w+\\}", "\\\\E[^/]+\\\\Q");
    return path.split("\\?")[0].matches(pattern);
  }
}
