package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// An end of SIP that a test plays: keeps what it hears and answers as told.
abstract class WireEnd implements AutoCloseable {
  static final String SDP = String.join(
      "\r\n",
      "v=0",
      "o=- 1 1 IN IP4 127.0.0.1",
      "s=-",
      "c=IN IP4 127.0.0.1",
      "t=0 0",
      "m=audio 40000 RTP/AVP 0",
      "a=rtpmap:0 PCMU/8000",
      "");
  final List<WireMessage> heard = new CopyOnWriteArrayList<>();
  final String tag = UUID.randomUUID().toString().substring(24);
  final Wire wire;

  WireEnd(Wire wire) {
    this.wire = wire;
    Thread.ofVirtual().start(this::listen);
  }

  /// On the reading thread.
  abstract void arrived(WireMessage message, SocketAddress from) throws IOException;

  int port() {
    return wire.port();
  }

  /// What it calls its own address: nobody is there, as behind NAT.
  String contact() {
    return "192.0.2.9";
  }

  private void listen() {
    try {
      while (true) {
        var next = wire.next();
        heard.add(next.message());
        arrived(next.message(), next.from());
      }
    } catch (IOException closed) {
      return; // as every end does
    }
  }

  void send(SocketAddress to, List<String> head, String body) throws IOException {
    var lines = new ArrayList<>(head);
    if (!body.isEmpty()) lines.add("Content-Type: application/sdp");
    lines.add("Content-Length: " + body.length());
    var bytes = (String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    wire.send(bytes, to);
  }

  void reply(WireMessage request, SocketAddress to, String status, String body, String... more)
      throws IOException {
    var lines = new ArrayList<>(List.of("SIP/2.0 " + status));
    request.all("Via").forEach(via -> lines.add("Via: " + via));
    lines.add("From: " + request.header("From"));
    var own = request.tag("To").isEmpty() ? ";tag=" + tag : "";
    lines.add("To: " + request.header("To") + own);
    lines.add("Call-ID: " + request.header("Call-ID"));
    lines.add("CSeq: " + request.header("CSeq"));
    if (!body.isEmpty()) lines.add("Contact: <sip:end@" + contact() + ">");
    lines.addAll(List.of(more));
    send(to, lines, body);
  }

  /// The first that is so, or what comes within twenty seconds.
  WireMessage await(String what, Predicate<WireMessage> wanted) throws InterruptedException {
    return await(what, wanted, Duration.ofSeconds(20));
  }

  WireMessage await(String what, Predicate<WireMessage> wanted, Duration patience)
      throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      for (var each : heard) if (wanted.test(each)) return each;
      Thread.sleep(10);
    }
    throw new AssertionError("waited in vain: " + what + " in "
        + heard.stream().map(WireMessage::start).toList());
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
