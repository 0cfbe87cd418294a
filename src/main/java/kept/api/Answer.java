package kept.api;

import java.io.InputStream;
import kept.platform.Json;
import org.jspecify.annotations.Nullable;

/// What a route says: JSON, or the bytes of a file.
sealed interface Answer {
  /// JSON as it goes out and as it is kept for whoever asks the same again.
  record Said(int status, String json, @Nullable String location) implements Answer {}

  record File(InputStream bytes, long size, String type, String name) implements Answer {}

  static Said ok(Object body) {
    return new Said(200, Json.write(body), null);
  }

  /// Something new is there now; `location` is where, when it has an address of its own.
  static Said made(Object body, @Nullable String location) {
    return new Said(201, Json.write(body), location);
  }
}
