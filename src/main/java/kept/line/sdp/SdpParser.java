package kept.line.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a description line by line. Strict in grammar and sizes; the order of lines is held
/// only where RFC 8866 gives it meaning: `v= o= s=` first, each stream's lines behind its
/// `m=`. Ends of line may be LF alone (section 5).
final class SdpParser {
  /// A phone's offer has 0.5 to 3 kB; one with candidates for every interface stays below 10.
  static final int MOST_CHARACTERS = 16 * 1024;

  static final int MOST_LINES = 400;
  static final int LONGEST_LINE = 1024;

  /// Streams of a session. A call has one or two.
  static final int MOST_STREAMS = 16;

  /// A browser lists thirty for video; and fewer than there are payload types to choose from.
  static final int MOST_FORMATS = 48;

  /// Of a type, protocol, format or attribute name: these come back in an answer.
  static final int LONGEST_TOKEN = 40;

  private int line;
  private @Nullable Origin origin;
  private boolean named;
  private boolean timed;
  private @Nullable Connection connection;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<MediaDescription> media = new ArrayList<>();
  private @Nullable Section section;

  /// The stream being read.
  private static final class Section {
    final MediaDescription opening;

    @Nullable
    Connection connection;

    final List<Attribute> attributes = new ArrayList<>();

    Section(MediaDescription opening) {
      this.opening = opening;
    }
  }

  SessionDescription parse(String text) throws MalformedSdp {
    if (text.length() > MOST_CHARACTERS) throw new MalformedSdp("The description is too long.");
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      if (end < 0) end = text.length();
      int last = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (++line > MOST_LINES) throw wrong("The description has too many lines.");
      read(text.substring(at, last));
      at = end + 1;
    }
    closeSection();
    if (origin == null || !named)
      throw new MalformedSdp("The description has no o= or no s= line.");
    if (!timed) throw new MalformedSdp("The description has no t= line.");
    return new SessionDescription(origin, connection, attributes, media);
  }

  private void read(String text) throws MalformedSdp {
    if (text.length() > LONGEST_LINE) throw wrong("The line is too long.");
    if (text.length() < 2 || text.charAt(1) != '=') throw wrong("The line is not type=value.");
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < ' ' && text.charAt(i) != '\t')
        throw wrong("The line has control bytes.");
    char type = text.charAt(0);
    var value = text.substring(2);
    if (line <= 3 && type != "vos".charAt(line - 1)) throw wrong("A description begins v= o= s=.");
    if (section != null && type != 'm') readInStream(type, value);
    else readInSession(type, value);
  }

  private void readInSession(char type, String value) throws MalformedSdp {
    switch (type) {
      case 'v' -> version(value);
      case 'o' -> origin = origin(value);
      case 's' -> named = once(named);
      case 't' -> timed = true;
      case 'c' -> connection = connection(connection, value);
      case 'a' -> attributes.add(attribute(value));
      case 'm' -> openSection(value);
      case 'i', 'u', 'e', 'p', 'b', 'r', 'z', 'k' -> {}
      // RFC 8866, section 5: a description with a letter that we do not know is not understood.
      default -> throw wrong("The line has an unknown type.");
    }
  }

  private void readInStream(char type, String value) throws MalformedSdp {
    var open = section;
    if (open == null) throw new IllegalStateException("No stream is being read.");
    switch (type) {
      case 'c' -> open.connection = connection(open.connection, value);
      case 'a' -> open.attributes.add(attribute(value));
      case 'i', 'b', 'k' -> {}
      default -> throw wrong("The line does not belong to a stream.");
    }
  }

  private void version(String value) throws MalformedSdp {
    if (line != 1 || !value.equals("0")) throw wrong("The description's version is not 0.");
  }

  private boolean once(boolean already) throws MalformedSdp {
    if (already) throw wrong("The line comes twice.");
    return true;
  }

  private Origin origin(String value) throws MalformedSdp {
    once(origin != null);
    var parts = value.split(" ", -1);
    if (parts.length != 6 || parts[0].isEmpty() || !parts[3].equals("IN"))
      throw wrong("The origin is not six words.");
    if (!Numbers.areDigits(parts[1], 20) || !Numbers.areDigits(parts[2], 20))
      throw wrong("The origin's id or version is not a number.");
    return new Origin(parts[0], parts[1], parts[2], connection(parts[4], parts[5]));
  }

  private Connection connection(@Nullable Connection already, String value) throws MalformedSdp {
    once(already != null);
    var parts = value.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals("IN"))
      throw wrong("The connection is not three words.");
    return connection(parts[1], parts[2]);
  }

  private Connection connection(String family, String host) throws MalformedSdp {
    if (!family.equals("IP4") && !family.equals("IP6"))
      throw wrong("The address is not IP4 or IP6.");
    if (host.isEmpty()) throw wrong("The address is empty.");
    return new Connection(family, host);
  }

  private Attribute attribute(String value) throws MalformedSdp {
    int colon = value.indexOf(':');
    var name = colon < 0 ? value : value.substring(0, colon);
    if (!isToken(name)) throw wrong("The attribute's name is no token.");
    return new Attribute(name, colon < 0 ? "" : value.substring(colon + 1));
  }

  private void openSection(String value) throws MalformedSdp {
    closeSection();
    var parts = value.split(" ", -1);
    if (parts.length < 4) throw wrong("The stream has no format.");
    if (parts.length - 3 > MOST_FORMATS) throw wrong("The stream has too many formats.");
    if (media.size() == MOST_STREAMS) throw wrong("The description has too many streams.");
    for (int i = 0; i < parts.length; i++) {
      boolean good = i == 1 || (i == 2 ? areTokens(parts[i]) : isToken(parts[i]));
      if (!good) throw wrong("The stream's type, protocol or format is no token.");
    }
    var formats = List.of(parts).subList(3, parts.length);
    var ports = parts[1].split("/", -1);
    int port = Numbers.upTo(65535, ports[0]);
    int count = ports.length == 1 ? 1 : Numbers.upTo(65535, ports[1]);
    if (port < 0 || count < 1 || ports.length > 2) throw wrong("The stream's port is no port.");
    section = new Section(
        new MediaDescription(parts[0], port, count, parts[2], formats, null, List.of()));
  }

  private void closeSection() {
    if (section == null) return;
    var m = section.opening;
    media.add(new MediaDescription(
        m.type(),
        m.port(),
        m.ports(),
        m.protocol(),
        m.formats(),
        section.connection,
        section.attributes));
    section = null;
  }

  private static boolean areTokens(String protocol) {
    if (protocol.length() > LONGEST_TOKEN) return false;
    for (var part : protocol.split("/", -1)) if (!isToken(part)) return false;
    return true;
  }

  /// RFC 8866, section 9: `token-char`.
  private static boolean isToken(String text) {
    if (text.isEmpty() || text.length() > LONGEST_TOKEN) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F || "\"(),/:;<=>?@[\\]".indexOf(c) >= 0) return false;
    }
    return true;
  }

  private MalformedSdp wrong(String why) {
    return new MalformedSdp(why, line);
  }
}
