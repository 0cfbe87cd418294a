package kept.api;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import kept.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a JSON body, read strictly: a field that is not known, missing or of another type
/// is refused by its name, so that a slip of the pen never passes for silence.
final class Body {
  /// A letter is at most 100,000 characters, each up to six bytes as an escape.
  static final int LARGEST = 1024 * 1024;

  private static final int DEEPEST = 8;
  private static final Pattern LENGTH = Pattern.compile("PT(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?");
  private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final JsonNode fields;

  private Body(JsonNode fields) {
    this.fields = fields;
  }

  /// No body at all is one without fields.
  static Body read(Context request, byte[] bytes, String... known) {
    if (bytes.length == 0) return new Body(Json.MAPPER.createObjectNode());
    refuseOtherTypes(request.contentType());
    var tree = tree(bytes);
    if (!tree.isObject()) throw Wrong.body("The body has to be a JSON object.");
    for (var name : tree.propertyNames()) {
      if (Arrays.asList(known).contains(name)) continue;
      throw Wrong.field(name, "There is no field \"" + name + "\" here. " + takes(known));
    }
    return new Body(tree);
  }

  String text(String name) {
    var text = optionalText(name);
    if (text == null) throw Wrong.field(name, "The field \"" + name + "\" is missing.");
    return text;
  }

  @Nullable
  String optionalText(String name) {
    var value = fields.get(name);
    if (value == null || value.isNull()) return null;
    if (!value.isString()) throw Wrong.field(name, "The field \"" + name + "\" has to be a text.");
    var text = value.stringValue();
    if (Text.canBeKept(text)) return text;
    throw Wrong.field(name, "The field \"" + name + "\" has a character that can’t be kept.");
  }

  /// A text that stands on one line: a name, an address, a matter.
  String line(String name) {
    var line = optionalLine(name);
    if (line == null) throw Wrong.field(name, "The field \"" + name + "\" is missing.");
    return line;
  }

  @Nullable
  String optionalLine(String name) {
    var line = optionalText(name);
    if (line == null || line.codePoints().noneMatch(Character::isISOControl)) return line;
    throw Wrong.field(name, "The field \"" + name + "\" has to be a single line.");
  }

  /// A whole number, or `usual` where it is left out.
  int number(String name, int usual) {
    var value = fields.get(name);
    if (value == null || value.isNull()) return usual;
    if (value.isInt()) return value.intValue();
    throw Wrong.field(name, "The field \"" + name + "\" has to be a whole number.");
  }

  /// True or false, or `usual` where it is left out.
  boolean flag(String name, boolean usual) {
    var value = fields.get(name);
    if (value == null || value.isNull()) return usual;
    if (value.isBoolean()) return value.booleanValue();
    throw Wrong.field(name, "The field \"" + name + "\" has to be true or false.");
  }

  /// An object; an empty one where it is left out.
  JsonNode object(String name) {
    var value = fields.get(name);
    if (value == null || value.isNull()) return Json.MAPPER.createObjectNode();
    if (value.isObject()) return value;
    throw Wrong.field(name, "The field \"" + name + "\" has to be an object.");
  }

  Instant time(String name) {
    return Text.time(text(name))
        .orElseThrow(() -> Wrong.field(
            name, "The field \"" + name + "\" has to be a time like 2026-11-24T22:00:00Z."));
  }

  /// Hours and minutes, so that nobody takes a day for a working day.
  Duration length(String name) {
    var text = text(name);
    var length = LENGTH.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
    if (length.isPositive()) return length;
    throw Wrong.field(
        name, "The field \"" + name + "\" has to be a length in hours and minutes like PT4H30M.");
  }

  <T> T id(String name, Function<UUID, T> type) {
    return Text.id(text(name))
        .map(type)
        .orElseThrow(() -> Wrong.field(name, "The field \"" + name + "\" has to be an id."));
  }

  <T> @Nullable T optionalId(String name, Function<UUID, T> type) {
    return optionalText(name) == null ? null : id(name, type);
  }

  /// One of these words.
  String oneOf(String name, List<String> words) {
    var word = text(name);
    if (words.contains(word)) return word;
    throw Wrong.field(
        name, "The field \"" + name + "\" has to be one of: " + String.join(", ", words) + ".");
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return STRICT.readTree(bytes);
    } catch (JacksonException e) {
      throw Wrong.body("The body is not JSON that can be read" + place(e.getLocation()) + ".");
    }
  }

  private static String place(@Nullable TokenStreamLocation at) {
    if (at == null) return "";
    return ", or has a field twice: look at line " + at.getLineNr() + ", column "
        + at.getColumnNr();
  }

  private static void refuseOtherTypes(@Nullable String type) {
    var plain = type == null ? "" : type.replace(" ", "").replace("\"", "");
    if (plain.toLowerCase(java.util.Locale.ROOT).matches("application/json(;charset=utf-8)?"))
      return;
    throw new HttpResponseException(
        415, "Send JSON, with the header Content-Type: application/json.", Map.of());
  }

  private static String takes(String... known) {
    if (known.length == 0) return "It takes no fields.";
    return Arrays.stream(known).collect(joining(", ", "It takes: ", "."));
  }
}
