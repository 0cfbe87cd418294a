package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/// Says SMTP byte by byte, for tests of the wire.
final class SmtpClient implements AutoCloseable {
  private Socket socket;
  private BufferedReader in;

  SmtpClient(int port) throws IOException {
    use(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  final void use(Socket next) throws IOException {
    socket = next;
    socket.setSoTimeout(20_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  Socket socket() {
    return socket;
  }

  /// One reply, all its lines; empty when the other side hung up.
  String reply() throws IOException {
    var reply = new StringBuilder();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      reply.append(line).append('\n');
      if (line.length() < 4 || line.charAt(3) != '-') break;
    }
    return reply.toString().stripTrailing();
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  String say(String line) throws IOException {
    send(line + "\r\n");
    return reply();
  }

  /// Greets and goes on to where the mail itself is expected.
  SmtpClient upToData() throws IOException {
    reply();
    say("EHLO van.example.com");
    say("MAIL FROM:<chuck@example.com>");
    say("RCPT TO:<help@marlow.example.com>");
    say("DATA");
    return this;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
