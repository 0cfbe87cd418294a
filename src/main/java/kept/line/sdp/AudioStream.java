package kept.line.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kept.line.rtp.Direction;
import kept.line.rtp.Law;
import org.jspecify.annotations.Nullable;

/// What one side says of an audio stream: a [MediaDescription] with its attributes understood.
final class AudioStream {
  /// What a packet holds where nobody says (RFC 3551, section 4.2), and all that we send.
  static final int PACKET_MILLIS = 20;

  static final List<Integer> PACKETS = List.of(60, 40, 30, 20, 10);
  static final String CLEAR = "RTP/AVP";
  static final String SECURE = "RTP/SAVP";
  static final String DIGITS = "TELEPHONE-EVENT/8000";

  private final MediaDescription media;
  private final @Nullable Connection connection;
  private final Direction direction;
  private final Map<Integer, String> codecs;
  private final List<Crypto> cryptos = new ArrayList<>();
  private final int packetMillis;
  private final int rtcpPort;
  private final Optional<InetAddress> rtcpAddress;

  AudioStream(SessionDescription session, MediaDescription media) throws MalformedSdp {
    this.media = media;
    connection = media.connection() == null ? session.connection() : media.connection();
    if (connection == null) throw new MalformedSdp("The stream has no c= line.");
    var own = direction(media.attributes());
    var all = direction(session.attributes());
    direction = own.or(() -> all).orElse(Direction.SENDRECV);
    codecs = codecs(media);
    for (var line : media.values("crypto").toList()) Crypto.parse(line).ifPresent(cryptos::add);
    packetMillis = packetMillis(media);
    var rtcp = media.value("rtcp").orElse("").trim().split(" ", -1);
    rtcpPort = rtcp[0].isEmpty() ? Math.min(media.port() + 1, 65535) : port(rtcp[0]);
    rtcpAddress = rtcp.length == 4 ? new Connection(rtcp[2], rtcp[3]).address() : Optional.empty();
  }

  private static Optional<Direction> direction(List<Attribute> attributes) throws MalformedSdp {
    Optional<Direction> found = Optional.empty();
    for (var attribute : attributes) {
      for (var direction : Direction.values()) {
        if (!attribute.name().equals(word(direction))) continue;
        if (found.isPresent() && found.get() != direction)
          throw new MalformedSdp("The stream flows two ways at once.");
        found = Optional.of(direction);
      }
    }
    return found;
  }

  static String word(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /// By payload type, in their order: `PCMU/8000`. A static type needs no rtpmap (RFC 3551,
  /// section 6).
  private static Map<Integer, String> codecs(MediaDescription media) throws MalformedSdp {
    var maps = new LinkedHashMap<Integer, String>();
    for (var law : Law.values()) maps.put(law.payloadType(), name(law));
    for (var line : media.values("rtpmap").toList()) {
      var parts = line.trim().split(" +");
      int type = parts.length == 2 ? Numbers.upTo(127, parts[0]) : -1;
      if (type < 0) throw new MalformedSdp("An rtpmap is not a payload type and a codec.");
      var codec = parts[1].toUpperCase(Locale.ROOT);
      maps.put(type, codec.endsWith("/8000/1") ? codec.substring(0, codec.length() - 2) : codec);
    }
    var codecs = new LinkedHashMap<Integer, String>();
    for (var format : media.formats()) {
      int type = Numbers.upTo(127, format);
      // 64 to 95 cannot be told from RTCP on one port (RFC 5761, section 4).
      if (type >= 0 && (type < 64 || type > 95)) codecs.put(type, maps.getOrDefault(type, ""));
    }
    return codecs;
  }

  private static int packetMillis(MediaDescription media) throws MalformedSdp {
    var asked = media.value("ptime");
    var most = media.value("maxptime");
    int millis = asked.isPresent() ? millis(asked.get()) : PACKET_MILLIS;
    if (most.isPresent()) millis = Math.min(millis, millis(most.get()));
    for (int packet : PACKETS) if (packet <= millis) return packet;
    return PACKETS.getLast();
  }

  /// RFC 8866, section 6.4, allows a fraction, which we drop.
  private static int millis(String text) throws MalformedSdp {
    int millis = Numbers.upTo(60_000, text.trim().split("\\.", 2)[0]);
    if (millis < 0) throw new MalformedSdp("A packet's length is no number.");
    return millis;
  }

  private static int port(String text) throws MalformedSdp {
    int port = Numbers.upTo(65535, text);
    if (port < 1) throw new MalformedSdp("The RTCP port is no port.");
    return port;
  }

  static String name(Law law) {
    return law.name() + "/8000";
  }

  boolean isSecure() {
    return media.protocol().equals(SECURE);
  }

  /// Plain RTP on one pair of ports. Feedback profiles and DTLS are refused.
  boolean isRtp() {
    return (isSecure() || media.protocol().equals(CLEAR)) && media.ports() == 1;
  }

  /// The laws among their codecs, in their order, by payload type.
  List<Map.Entry<Integer, Law>> laws() {
    var laws = new ArrayList<Map.Entry<Integer, Law>>();
    codecs.forEach((type, codec) -> {
      for (var law : Law.values()) if (codec.equals(name(law))) laws.add(Map.entry(type, law));
    });
    return laws;
  }

  /// Their payload type of telephone-event, or -1.
  int digits() {
    for (var codec : codecs.entrySet()) if (codec.getValue().equals(DIGITS)) return codec.getKey();
    return -1;
  }

  /// Whether they use this payload type for anything.
  boolean names(int payloadType) {
    return codecs.containsKey(payloadType);
  }

  List<Crypto> cryptos() {
    return cryptos;
  }

  int packetMillis() {
    return packetMillis;
  }

  /// What they do. To listen at the unspecified address is the old way to hold (RFC 3264,
  /// section 8.4): they do not listen.
  Direction direction() throws NotAcceptable {
    boolean nowhere = rtp().getAddress().isAnyLocalAddress();
    return Direction.of(direction.sends(), direction.receives() && !nowhere);
  }

  InetSocketAddress rtp() throws NotAcceptable {
    return new InetSocketAddress(address(), media.port());
  }

  InetSocketAddress rtcp() throws NotAcceptable {
    return new InetSocketAddress(rtcpAddress.orElse(address()), rtcpPort);
  }

  private InetAddress address() throws NotAcceptable {
    if (connection == null) throw new IllegalStateException("The connection was checked.");
    return connection
        .address()
        .orElseThrow(() -> new NotAcceptable("The stream's address is no address of a host."));
  }
}
