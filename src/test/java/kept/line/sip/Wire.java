package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// What carries the messages of a [WireEnd].
sealed interface Wire {
  record Heard(WireMessage message, SocketAddress from) {}

  /// As Via says it.
  String transport();

  int port();

  void send(byte[] bytes, SocketAddress to) throws IOException;

  Heard next() throws IOException;

  void close() throws IOException;

  record Udp(DatagramSocket socket) implements Wire {
    static Udp at(String address) throws IOException {
      return new Udp(new DatagramSocket(0, InetAddress.getByName(address)));
    }

    @Override
    public String transport() {
      return "UDP";
    }

    @Override
    public int port() {
      return socket.getLocalPort();
    }

    @Override
    public void send(byte[] bytes, SocketAddress to) throws IOException {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public Heard next() throws IOException {
      var packet = new DatagramPacket(new byte[65535], 65535);
      String text;
      do { // an empty line only keeps a way open
        socket.receive(packet);
        text = new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
        packet.setLength(65535);
      } while (text.isBlank());
      return new Heard(
          WireMessage.read(text), new InetSocketAddress(packet.getAddress(), packet.getPort()));
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  /// One connection to the line, for everything.
  record Tls(SSLSocket socket) implements Wire {
    static Tls to(int port, SSLContext trusting) throws IOException {
      var socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", port);
      socket.startHandshake();
      return new Tls(socket);
    }

    @Override
    public String transport() {
      return "TLS";
    }

    @Override
    public int port() {
      return socket.getLocalPort();
    }

    @Override
    public void send(byte[] bytes, SocketAddress to) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    @Override
    public Heard next() throws IOException {
      var head = new ByteArrayOutputStream();
      while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = socket.getInputStream().read();
        if (next < 0) throw new EOFException();
        head.write(next);
      }
      var message = WireMessage.read(head.toString(ISO_8859_1));
      int length = Integer.parseInt(message.header("Content-Length"));
      var body = new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
      return new Heard(
          new WireMessage(message.start(), message.headers(), body),
          socket.getRemoteSocketAddress());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
