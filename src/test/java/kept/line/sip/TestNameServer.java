package kept.line.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A name server of one zone on a loopback port, as much of RFC 1035 as a test needs.
final class TestNameServer implements AutoCloseable {

  private static final Map<String, Integer> TYPES =
      Map.of("A", 1, "AAAA", 28, "SRV", 33, "NAPTR", 35);

  private final DatagramSocket socket;
  private final Map<String, List<byte[]>> zone = new HashMap<>();
  final AtomicInteger questions = new AtomicInteger();

  TestNameServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  TestNameServer address(String name, String literal) {
    var bytes = InetAddress.ofLiteral(literal).getAddress();
    return record(name, bytes.length == 4 ? "A" : "AAAA", bytes);
  }

  TestNameServer srv(String name, int priority, int weight, int port, String target) {
    return record(name, "SRV", shorts(priority, weight, port), labels(target));
  }

  TestNameServer naptr(String name, int order, String service, String replacement) {
    return record(
        name, "NAPTR", shorts(order, 50), text("s"), text(service), text(""), labels(replacement));
  }

  void serve() {
    Thread.ofVirtual().start(this::run);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void run() {
    try {
      while (true) {
        var packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        questions.incrementAndGet();
        var answer = answer(packet.getData(), packet.getLength());
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (SocketException closed) {
      return;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Header with the question's id, the question again, then its records (RFC 1035 4.1).
  private byte[] answer(byte[] query, int length) throws IOException {
    var at = 12;
    var name = new StringBuilder();
    while (query[at] != 0) {
      name.append(new String(query, at + 1, query[at], US_ASCII)).append('.');
      at += query[at] + 1;
    }
    var type = (query[at + 1] & 0xFF) << 8 | (query[at + 2] & 0xFF);
    var known = zone.keySet().stream().anyMatch(key -> key.startsWith(lower(name) + '/'));
    var records = zone.getOrDefault(lower(name) + '/' + type, List.of());
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(query, 0, 2);
    out.writeShort(known ? 0x8580 : 0x8583);
    out.writeShort(1);
    out.writeShort(records.size());
    out.writeInt(0);
    out.write(query, 12, at + 5 - 12);
    for (var data : records) {
      out.writeShort(0xC00C);
      out.writeShort(type);
      out.writeShort(1);
      out.writeInt(300);
      out.writeShort(data.length);
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private TestNameServer record(String name, String type, byte[]... parts) {
    var data = new ByteArrayOutputStream();
    for (var part : parts) data.writeBytes(part);
    zone.computeIfAbsent(lower(name) + "./" + TYPES.get(type), key -> new ArrayList<>())
        .add(data.toByteArray());
    return this;
  }

  private static String lower(CharSequence text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static byte[] shorts(int... numbers) {
    var bytes = new byte[numbers.length * 2];
    for (var i = 0; i < numbers.length; i++) {
      bytes[2 * i] = (byte) (numbers[i] >> 8);
      bytes[2 * i + 1] = (byte) numbers[i];
    }
    return bytes;
  }

  private static byte[] text(String text) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(text.length());
    bytes.writeBytes(text.getBytes(US_ASCII));
    return bytes.toByteArray();
  }

  private static byte[] labels(String name) {
    var bytes = new ByteArrayOutputStream();
    for (var label : name.split("\\.")) bytes.writeBytes(text(label));
    bytes.write(0);
    return bytes.toByteArray();
  }
}
