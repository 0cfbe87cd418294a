package kept.api;

import io.javalin.http.BadRequestResponse;
import java.util.Map;

/// Makes the 400 that says which part of a request cannot be read, and why.
final class Wrong {
  private Wrong() {}

  static BadRequestResponse field(String name, String sentence) {
    return new BadRequestResponse(sentence, Map.of("field", name));
  }

  static BadRequestResponse parameter(String name, String sentence) {
    return new BadRequestResponse(sentence, Map.of("parameter", name));
  }

  static BadRequestResponse body(String sentence) {
    return new BadRequestResponse(sentence, Map.of());
  }
}
