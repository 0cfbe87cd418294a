package kept.platform.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server that lets everybody in, says that it is PostgreSQL 13, and knows nothing more
/// (frontend/backend protocol 3.0).
final class OldPostgres implements AutoCloseable {
  private final ServerSocket door;

  OldPostgres() throws IOException {
    door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var caller = door.accept()) {
        greet(caller);
      } catch (IOException hungUp) {
        // the next one may be served
      }
    }
  }

  private static void greet(Socket caller) throws IOException {
    var in = new DataInputStream(caller.getInputStream());
    var out = new DataOutputStream(caller.getOutputStream());
    var length = in.readInt();
    for (; length == 8; length = in.readInt()) {
      in.skipNBytes(4); // SSLRequest, GSSENCRequest: no
      out.writeByte('N');
    }
    in.skipNBytes(length - 4);
    out.writeByte('R');
    out.writeInt(8);
    out.writeInt(0);
    say(out, 'S', "server_version", "13.4");
    say(out, 'S', "client_encoding", "UTF8");
    say(out, 'S', "standard_conforming_strings", "on");
    say(out, 'S', "DateStyle", "ISO, MDY");
    say(out, 'S', "TimeZone", "UTC");
    say(out, 'S', "integer_datetimes", "on");
    ready(out);
    for (var kind = in.read(); kind >= 0 && kind != 'X'; kind = in.read()) {
      in.skipNBytes(in.readInt() - 4);
      switch (kind) {
        case 'P' -> say(out, '1');
        case 'B' -> say(out, '2');
        case 'E' -> say(out, 'C', "SET");
        case 'Q', 'S' -> ready(out);
        default -> {}
      }
    }
  }

  private static void ready(DataOutputStream out) throws IOException {
    out.writeByte('Z');
    out.writeInt(5);
    out.writeByte('I');
    out.flush();
  }

  private static void say(DataOutputStream out, char kind, String... words) {
    try {
      var body = new ByteArrayOutputStream();
      for (var word : words) {
        body.write(word.getBytes(StandardCharsets.UTF_8));
        body.write(0);
      }
      out.writeByte(kind);
      out.writeInt(4 + body.size());
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
