package kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.promises.hearing.Asked;
import kept.promises.hearing.HeardShape;
import kept.promises.hearing.Hearing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `./kept hear`: reads texts as JSON lines and answers with the promises in them, line by line.
///
/// A line that cannot be read is answered with an `error` in plain words, and the next one is read.
final class Hear {
  private Hear() {}

  static BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, UTF_8));
  }

  static PrintWriter output() {
    return new PrintWriter(new OutputStreamWriter(System.out, UTF_8));
  }

  static void run(BufferedReader lines, PrintWriter answers) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) continue;
        answers.print(Json.write(answer(line)) + "\n");
        if (!lines.ready()) answers.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers.flush();
  }

  private static Map<String, Object> answer(String line) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("id", null);
    try {
      var fields = fields(line);
      answer.put("id", fields.get("id"));
      var heard = Hearing.english().hear(asked(fields).said());
      answer.put("promises", HeardShape.of(heard));
    } catch (Refusal e) {
      answer.put("error", e.sentence());
    }
    return answer;
  }

  private static JsonNode fields(String line) {
    try {
      var tree = Json.MAPPER.readTree(line);
      if (tree.isObject()) return tree;
    } catch (JacksonException e) {
      throw new Refusal("This line is not JSON that can be read.");
    }
    throw new Refusal("Each line has to be a JSON object like {\"id\": 1, \"text\": \"…\"}.");
  }

  private static Asked asked(JsonNode fields) {
    var text = text(fields, "text");
    if (text == null) throw new Refusal("The field \"text\" is missing.");
    return new Asked(
        text,
        text(fields, "previous"),
        text(fields, "at"),
        text(fields, "zone"),
        text(fields, "hours"));
  }

  private static @Nullable String text(JsonNode fields, String name) {
    var value = fields.get(name);
    if (value == null || value.isNull()) return null;
    if (value.isString()) return value.stringValue();
    throw new Refusal("The field \"" + name + "\" has to be a text.");
  }
}
