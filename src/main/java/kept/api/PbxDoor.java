package kept.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import kept.conversations.Direction;
import kept.phone.OutsideCalls;
import kept.phone.PbxKeys;
import kept.phone.PbxNews;
import kept.platform.Buckets;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.platform.Secrets;
import kept.platform.http.Public;
import kept.platform.http.SmallForm;
import kept.platform.http.WebRoutes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where the phone system that the shop kept tells of its calls, as other desks take it too: one
/// POST for each of newCall, answer and hangup, as a form or as JSON. The token in the path is the
/// secret.
public final class PbxDoor implements WebRoutes {
  /// An event has a dozen short fields.
  private static final int LARGEST = 16 * 1024;

  private static final int AT_ONCE = 100;
  private static final Duration EACH = Duration.ofMillis(50);

  private final PbxKeys keys;
  private final OutsideCalls calls;
  private final Buckets pace;

  public PbxDoor(PbxKeys keys, OutsideCalls calls, Secrets secrets, InstantSource clock) {
    this.keys = keys;
    this.calls = calls;
    this.pace = new Buckets(secrets, clock, AT_ONCE, EACH);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/pbx/{token}", this::hear, Public.ANYONE, Public.PROGRAM);
  }

  private void hear(Context request) throws IOException {
    var token = request.pathParam("token");
    if (!pace.of(token).tryConsume(1)) {
      say(request.header("Retry-After", "1"), HttpStatus.TOO_MANY_REQUESTS, "That is too fast.");
      return;
    }
    if (!keys.opens(token)) {
      say(request, HttpStatus.NOT_FOUND, "There is nothing at this address.");
      return;
    }
    if (request.contentLength() > LARGEST) {
      say(request, HttpStatus.CONTENT_TOO_LARGE, "An event is at most 16 kilobytes.");
      return;
    }
    try {
      calls.hear(news(fields(request)));
      request.status(HttpStatus.NO_CONTENT);
    } catch (Refusal refused) {
      say(request, HttpStatus.UNPROCESSABLE_CONTENT, refused.sentence());
    }
  }

  private static void say(Context request, HttpStatus status, String words) {
    request.status(status).contentType("text/plain; charset=utf-8").result(words + "\n");
  }

  private static PbxNews news(Map<String, String> fields) {
    var kind = PbxNews.Kind.of(fields.getOrDefault("event", ""));
    var hangup = kind == PbxNews.Kind.HANGUP;
    var answering = fields.get("answeringNumber");
    return new PbxNews(
        kind,
        fields.getOrDefault("callId", fields.getOrDefault("call_id", "")),
        number(fields.get("from")),
        number(fields.get("to")),
        direction(fields.get("direction")),
        hangup ? answering : fields.getOrDefault("user", answering));
  }

  /// What such systems write where somebody withholds their number.
  private static @Nullable String number(@Nullable String written) {
    return written == null || written.isBlank() || written.equalsIgnoreCase("anonymous")
        ? null
        : written;
  }

  private static @Nullable Direction direction(@Nullable String word) {
    if (word == null) return null;
    return switch (word) {
      case "in", "inbound" -> Direction.INBOUND;
      case "out", "outbound" -> Direction.OUTBOUND;
      default -> throw new Refusal("A direction is in or out.");
    };
  }

  /// Of a list, such as `user[]`, the first.
  private static Map<String, String> fields(Context request) throws IOException {
    var type = request.contentType();
    if (type == null || !type.startsWith("application/json")) return form(request);
    var bytes = request.req().getInputStream().readNBytes(LARGEST);
    return json(new String(bytes, UTF_8));
  }

  private static Map<String, String> form(Context request) throws IOException {
    var fields = new HashMap<String, String>();
    var sent =
        request.isMultipartFormData() ? request.formParamMap() : SmallForm.read(request, LARGEST);
    sent.forEach((name, values) -> {
      if (!values.isEmpty())
        fields.putIfAbsent(name.replaceFirst("\\[\\d*\\]$", ""), checked(values.getFirst()));
    });
    return fields;
  }

  private static Map<String, String> json(String text) {
    try {
      var fields = new HashMap<String, String>();
      for (var field : Json.read(text).properties()) {
        var value = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
        if (value.isValueNode() && !value.isNull())
          fields.put(field.getKey().replace("[]", ""), checked(value.asString()));
      }
      return fields;
    } catch (JacksonException unreadable) {
      throw new Refusal("This is not JSON that can be read.");
    }
  }

  private static String checked(String text) {
    if (!Text.canBeKept(text)) throw new Refusal("A field has a character that can’t be kept.");
    return text.strip();
  }
}
