package kept.line.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An `m=` line and what follows it (RFC 8866, section 5.14).
///
/// @param port 0 where the stream is refused or ended (RFC 3264, sections 6 and 8.2)
/// @param ports how many; one, unless the stream is layered
/// @param connection null where the session's holds
public record MediaDescription(
    String type,
    int port,
    int ports,
    String protocol,
    List<String> formats,
    @Nullable Connection connection,
    List<Attribute> attributes) {

  public MediaDescription {
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }

  boolean isAudio() {
    return type.equals("audio");
  }

  boolean isRefused() {
    return port == 0;
  }

  /// The same stream with port 0 and its first format: how an answer refuses it (RFC 3264,
  /// section 6).
  MediaDescription refused() {
    return new MediaDescription(type, 0, 1, protocol, formats.subList(0, 1), null, List.of());
  }

  Stream<String> values(String attribute) {
    return attributes.stream().filter(a -> a.name().equals(attribute)).map(Attribute::value);
  }

  Optional<String> value(String attribute) {
    return values(attribute).findFirst();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("m=").append(type).append(' ').append(port);
    if (ports != 1) text.append('/').append(ports);
    text.append(' ')
        .append(protocol)
        .append(' ')
        .append(String.join(" ", formats))
        .append("\r\n");
    if (connection != null) text.append("c=").append(connection).append("\r\n");
    for (var attribute : attributes) text.append("a=").append(attribute).append("\r\n");
    return text.toString();
  }
}
