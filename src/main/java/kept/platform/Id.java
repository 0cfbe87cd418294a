package kept.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// The identity of one row, a UUIDv7 (RFC 9562, section 5.7) made here and not by the database.
public interface Id {
  @JsonValue
  UUID value();

  /// A new value, later in order than those made before it in this process.
  static UUID fresh() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }

  /// The value written in a URL or a form; anything that is not one is not there.
  static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFound("There is nothing at this address.");
    }
  }
}
