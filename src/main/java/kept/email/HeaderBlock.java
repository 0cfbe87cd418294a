package kept.email;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The header of a mail or of one of its parts: unfolded text, encoded words still encoded.
record HeaderBlock(List<Field> fields) {
  /// A hundred references or recipients fit; what is longer is an attack or an accident.
  static final int LONGEST_VALUE = 64 * 1024;

  record Field(String name, String value) {
    static Field of(String name, byte[] raw) {
      var text = MailCharsets.decode(raw, null).replaceAll("[\\r\\n]+[ \\t]*", " ");
      return new Field(
          name.strip().toLowerCase(Locale.ROOT), Plain.cut(text.strip(), LONGEST_VALUE));
    }
  }

  HeaderBlock {
    fields = List.copyOf(fields);
  }

  @Nullable
  String first(String name) {
    return all(name).findFirst().orElse(null);
  }

  Stream<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
  }

  boolean has(String name) {
    return all(name).findAny().isPresent();
  }

  /// The words of a header for people, empty when it is missing.
  String words(String name) {
    var value = first(name);
    return value == null ? "" : Plain.line(EncodedWords.decode(value));
  }

  HeaderValue contentType() {
    return HeaderValue.parse(first("content-type"));
  }

  HeaderValue disposition() {
    return HeaderValue.parse(first("content-disposition"));
  }
}
