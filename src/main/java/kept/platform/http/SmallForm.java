package kept.platform.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The form of a program that has proved nothing yet. It is read up to a size and no further,
/// whether it says its length or not, so that a stranger fills no memory. For routes of
/// [Public#PROGRAM].
public final class SmallForm {
  private SmallForm() {}

  /// @param largest in bytes
  public static Map<String, List<String>> read(Context request, int largest) throws IOException {
    if (request.contentLength() > largest) throw tooLong();
    var bytes = request.req().getInputStream().readNBytes(largest + 1);
    if (bytes.length > largest) throw tooLong();
    var letters = Charset.forName(String.valueOf(request.characterEncoding()));
    var fields = fields(new String(bytes, letters), letters);
    Sent.check("field", fields);
    return fields;
  }

  private static HttpResponseException tooLong() {
    return new HttpResponseException(413, "That is longer than it can be.", Map.of());
  }

  private static Map<String, List<String>> fields(String form, Charset letters) {
    var fields = new LinkedHashMap<String, List<String>>();
    try {
      for (var pair : form.split("&")) {
        if (pair.isEmpty()) continue;
        var cut = pair.indexOf('=');
        var name = URLDecoder.decode(cut < 0 ? pair : pair.substring(0, cut), letters);
        var value = cut < 0 ? "" : URLDecoder.decode(pair.substring(cut + 1), letters);
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    } catch (IllegalArgumentException unreadable) {
      throw new BadRequestResponse("This form can’t be read.", Map.of());
    }
    return fields;
  }
}
