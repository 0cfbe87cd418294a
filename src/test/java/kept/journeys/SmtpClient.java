package kept.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/// A mail program of few words: one connection, and the truth about each letter.
public final class SmtpClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  public SmtpClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    reply();
    say("EHLO test.example.com");
  }

  /// True when the server said 250 to the whole letter.
  public boolean send(String from, String to, String letter) throws IOException {
    if (!say("MAIL FROM:<" + from + ">").startsWith("250")) return false;
    if (!say("RCPT TO:<" + to + ">").startsWith("250")) return false;
    if (!say("DATA").startsWith("354")) return false;
    return say(letter.replace("\n", "\r\n") + "\r\n.").startsWith("250");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String say(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    return reply();
  }

  private String reply() throws IOException {
    var line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
    if (line == null) throw new IOException("the server hung up");
    return line;
  }
}
