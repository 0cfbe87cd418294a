package kept.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The relay `rtpengine` (Debian's rtpengine-daemon) without its kernel module, asked by its
/// ng protocol: a cookie, a blank and a bencoded dictionary in a datagram.
final class RtpEngine implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/rtpengine");
  private final Process process;
  private final DatagramSocket socket;
  private final InetAddress here = InetAddress.getByName("127.0.0.1");
  private final int port;
  private int cookie;

  static boolean isHere() {
    return Files.isExecutable(PROGRAM);
  }

  RtpEngine() throws IOException, InterruptedException {
    socket = new DatagramSocket(0, here);
    socket.setSoTimeout(500);
    try (var free = new DatagramSocket(0, here)) {
      port = free.getLocalPort();
    }
    process = new ProcessBuilder(
            PROGRAM.toString(),
            "--config-file=none",
            "--interface=127.0.0.1",
            "--listen-ng=127.0.0.1:" + port,
            "--table=-1",
            "--foreground",
            "--log-stderr",
            "--log-level=3",
            "--num-threads=2",
            "--port-min=30000",
            "--port-max=31999")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    for (int i = 0; !answers(); i++)
      if (i == 20) throw new IOException("rtpengine does not answer.");
  }

  private boolean answers() throws IOException, InterruptedException {
    Thread.sleep(100);
    try {
      return ask("d7:command4:pinge").contains("pong");
    } catch (java.net.SocketTimeoutException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /// The port at which it takes the audio of the other side.
  int offer(String call, String sdp) throws IOException {
    return port("offer", call, word("from-tag") + word("a"), sdp);
  }

  int answer(String call, String sdp) throws IOException {
    return port("answer", call, word("from-tag") + word("a"), word("to-tag") + word("b"), sdp);
  }

  void delete(String call) throws IOException {
    ask("d" + word("call-id") + word(call) + word("command") + word("delete") + "e");
  }

  private int port(String command, String call, String from, String sdp) throws IOException {
    return port(command, call, from, "", sdp);
  }

  /// Keys in their order, as bencode wants them.
  private int port(String command, String call, String from, String to, String sdp)
      throws IOException {
    var answer = ask("d" + word("call-id") + word(call) + word("command") + word(command) + from
        + word("sdp") + word(sdp) + to + "e");
    int at = answer.indexOf("m=audio ");
    if (at < 0) throw new IOException("rtpengine said " + answer);
    return Integer.parseInt(answer.substring(at + 8, answer.indexOf(' ', at + 8)));
  }

  private String ask(String dictionary) throws IOException {
    var bytes = (++cookie + " " + dictionary).getBytes(UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, here, port));
    var packet = new DatagramPacket(new byte[8192], 8192);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  private static String word(String word) {
    return word.getBytes(UTF_8).length + ":" + word;
  }

  @Override
  public void close() throws InterruptedException {
    socket.close();
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
  }
}
