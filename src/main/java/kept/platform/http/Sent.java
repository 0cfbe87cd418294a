package kept.platform.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/// Refuses what cannot be read, and what no room can keep, wherever it stands in an address or a
/// form: PostgreSQL's `text` holds every character but U+0000.
final class Sent {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*+charset\\s*+=\\s*+\"?([^\";]*+)");

  private static final String UNREADABLE =
      "This form can’t be read: its parts can’t be told apart. Send it again.";
  /// Ten times what the longest page of ours has.
  private static final int MOST_FIELDS = 2_000;

  private static final String TOO_MANY = "That form has more fields than any of ours.";
  private static final String UNKNOWN_LETTERS =
      "This was sent in a character set that isn’t known here. Send it as UTF-8.";

  private Sent() {}

  /// The body of a program is its room's to read.
  static void check(Context request, boolean ofAProgram) {
    check("parameter", request.queryParamMap());
    var letters = CHARSET.matcher(String.valueOf(request.header("Content-Type")));
    if (letters.find() && !isKnown(letters.group(1).strip())) throw refusal(UNKNOWN_LETTERS);
    if (ofAProgram || !isForm(request)) return;
    if (request.isFormUrlencoded() && pairs(request.bodyAsBytes()) > MOST_FIELDS)
      throw refusal(TOO_MANY);
    check("field", fields(request));
  }

  private static int pairs(byte[] form) {
    var pairs = 1;
    for (var each : form) if (each == '&') pairs++;
    return pairs;
  }

  private static boolean isForm(Context request) {
    return !Errors.isProgram(request.path())
        && (request.isFormUrlencoded() || request.isMultipartFormData());
  }

  private static Map<String, List<String>> fields(Context request) {
    try {
      return request.formParamMap();
    } catch (Exception e) {
      if (Errors.isTooLong(e)) throw e;
      if (hasCause(e, HttpException.class)) throw refusal(UNREADABLE);
      if (hasCause(e, IllegalCharsetNameException.class)
          || hasCause(e, UnsupportedCharsetException.class)) throw refusal(UNKNOWN_LETTERS);
      throw e;
    }
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static boolean hasCause(@Nullable Throwable e, Class<?> type) {
    for (var cause = e; cause != null; cause = cause.getCause())
      if (type.isInstance(cause)) return true;
    return false;
  }

  private static BadRequestResponse refusal(String words) {
    return new BadRequestResponse(words, Map.of());
  }

  static void check(String part, Map<String, List<String>> values) {
    values.forEach((name, those) -> {
      if (those.stream().allMatch(value -> value.indexOf('\0') < 0)) return;
      throw new BadRequestResponse(
          "The " + part + " \"" + name + "\" has a character that can’t be kept.",
          Map.of(part, name));
    });
  }
}
