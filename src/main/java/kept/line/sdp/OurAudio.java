package kept.line.sdp;

import java.util.ArrayList;
import java.util.List;
import kept.line.rtp.Direction;
import kept.line.rtp.Law;

/// Our own audio stream, as we describe it.
final class OurAudio {
  private final int port;
  private final boolean secure;
  private final Direction direction;
  private final int packetMillis;
  private final List<String> formats = new ArrayList<>();
  private final List<Attribute> codecs = new ArrayList<>();
  private final List<Attribute> keys = new ArrayList<>();

  OurAudio(int port, boolean secure, Direction direction, int packetMillis) {
    this.port = port;
    this.secure = secure;
    this.direction = direction;
    this.packetMillis = packetMillis;
  }

  void law(Law law, int payloadType) {
    formats.add(Integer.toString(payloadType));
    codecs.add(new Attribute("rtpmap", payloadType + " " + AudioStream.name(law)));
  }

  /// Events 0 to 15: the digits, star, hash, A to D (RFC 4733, section 3.2).
  void digits(int payloadType) {
    formats.add(Integer.toString(payloadType));
    codecs.add(new Attribute("rtpmap", payloadType + " telephone-event/8000"));
    codecs.add(new Attribute("fmtp", payloadType + " 0-15"));
  }

  void keys(List<Attribute> lines) {
    keys.addAll(lines);
  }

  MediaDescription description() {
    var attributes = new ArrayList<>(codecs);
    attributes.add(new Attribute("ptime", Integer.toString(packetMillis)));
    attributes.addAll(keys);
    attributes.add(Attribute.property(AudioStream.word(direction)));
    var protocol = secure ? AudioStream.SECURE : AudioStream.CLEAR;
    return new MediaDescription("audio", port, 1, protocol, formats, null, attributes);
  }
}
