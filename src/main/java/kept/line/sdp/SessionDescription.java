package kept.line.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session description (RFC 8866): what one side says of its streams.
///
/// Syntax only; what an audio stream means is read by [Negotiation]. Lines that say nothing to
/// a telephone (`i= u= e= p= b= r= z= k=`) are passed over and not kept.
///
/// @param connection null where each stream has its own
public record SessionDescription(
    Origin origin,
    @Nullable Connection connection,
    List<Attribute> attributes,
    List<MediaDescription> media) {

  public SessionDescription {
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  public static SessionDescription parse(String text) throws MalformedSdp {
    return new SdpParser().parse(text);
  }

  /// As it goes on the wire. Session name `-` and time `0 0`: a call has neither (RFC 3264,
  /// section 5).
  @Override
  public String toString() {
    var text = new StringBuilder("v=0\r\no=").append(origin).append("\r\ns=-\r\n");
    if (connection != null) text.append("c=").append(connection).append("\r\n");
    text.append("t=0 0\r\n");
    for (var attribute : attributes) text.append("a=").append(attribute).append("\r\n");
    for (var stream : media) text.append(stream);
    return text.toString();
  }
}
