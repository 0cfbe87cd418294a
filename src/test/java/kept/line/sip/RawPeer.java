package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/// A peer that sends bytes as they are, over UDP or TCP, and reads what comes back.
final class RawPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private final DatagramSocket udp;
  private final InetAddress line = InetAddress.getLoopbackAddress();
  private final int port;
  private final long run = System.nanoTime();
  private int sequence;

  RawPeer(int port) throws IOException {
    this(port, "127.0.0.1", 0);
  }

  RawPeer(int port, String from, int localPort) throws IOException {
    this.port = port;
    udp = new DatagramSocket(localPort, InetAddress.getByName(from));
  }

  int localPort() {
    return udp.getLocalPort();
  }

  /// A well-formed OPTIONS.
  String options(String transport, String length) {
    return """
        OPTIONS sip:desk@127.0.0.1 SIP/2.0
        Via: SIP/2.0/%s 127.0.0.1:%d;branch=z9hG4bKalive%d.%d;rport
        Max-Forwards: 70
        From: <sip:peer@127.0.0.1>;tag=p%d
        To: <sip:desk@127.0.0.1>
        Call-ID: alive%d.%d
        CSeq: 1 OPTIONS
        %s

        """.formatted(
            transport, udp.getLocalPort(), ++sequence, run, sequence, sequence, run, length)
        .replace("\n", "\r\n");
  }

  void send(byte[] bytes) throws IOException {
    udp.send(new DatagramPacket(bytes, bytes.length, line, port));
  }

  /// What comes next within so many milliseconds.
  Optional<String> hear(int millis) throws IOException {
    var packet = new DatagramPacket(new byte[65535], 65535);
    udp.setSoTimeout(millis);
    try {
      udp.receive(packet);
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    }
    return Optional.of(new String(packet.getData(), 0, packet.getLength(), ISO_8859_1));
  }

  /// Whether the line answers an OPTIONS over UDP; whatever else comes before is handed out.
  boolean isAnswered(java.util.function.Consumer<String> others) throws IOException {
    var call = "alive" + (sequence + 1) + "." + run;
    send(options("UDP", "Content-Length: 0").getBytes(ISO_8859_1));
    for (var heard = hear(PATIENCE_MILLIS); heard.isPresent(); heard = hear(PATIENCE_MILLIS)) {
      if (heard.get().contains(call)) return heard.get().startsWith("SIP/2.0 200 ");
      others.accept(heard.get());
    }
    return false;
  }

  /// One connection: sends these bytes and reads to the first blank line or the end.
  String overTcp(String text) throws IOException {
    return overTcp(text, false);
  }

  /// @param ends whether we say that no more comes, so that silence need not be waited for
  String overTcp(String text, boolean ends) throws IOException {
    try (var socket = new Socket(line, port, udp.getLocalAddress(), 0)) {
      if (!ends) return exchange(socket, text);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return exchange(socket, "");
    }
  }

  static String exchange(Socket socket, String text) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    if (!text.isEmpty()) socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    var heard = new StringBuilder();
    for (int next = read(socket); next >= 0; next = read(socket)) {
      heard.append((char) next);
      if (heard.toString().equals("\r\n") || heard.indexOf("\r\n\r\n") >= 0) break;
    }
    return heard.toString();
  }

  private static int read(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (IOException reset) { // the end, said rudely
      return -1;
    }
  }

  @Override
  public void close() {
    udp.close();
  }
}
