package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import kept.line.SelfSigned;
import kept.line.TestLine;
import kept.line.sdp.Secrecy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How many may be connected, and how long without a word.
@Timeout(60)
class ConnectionsWireTest {
  private static final String PING = "\r\n\r\n";
  private final Deque<Socket> opened = new ArrayDeque<>();
  private TestLine kept;
  private RawPeer phone;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
    phone = new RawPeer(kept.line.port(Transport.TCP));
  }

  @AfterEach
  void close() throws IOException {
    for (var socket : opened) socket.close();
    phone.close();
    kept.close();
  }

  @Test
  void aStrangerWithAThousandConnectionsGetsAFewAndAPhoneIsServed() throws Exception {
    for (int i = 0; i < 1000; i++) isAnswered(connect("127.0.0.9"));

    assertThat(answered()).isEqualTo(Connections.MOST_OF_ONE_SOURCE);
    assertThat(phone.overTcp(phone.options("TCP", "l: 0"))).startsWith("SIP/2.0 200 ");
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void strangersFromEverywhereGetSoManyInAllAndThoseWhoAreInStay() throws Exception {
    var first = connect("127.0.0.1");
    assertThat(isAnswered(first)).isTrue();
    for (int i = 0; i < 2 * Connections.MOST; i++) isAnswered(connect("127.0.7." + (1 + i / 10)));

    assertThat(answered()).isEqualTo(Connections.MOST);
    assertThat(isAnswered(first)).isTrue();
  }

  @Test
  void whoeverLeavesMakesRoom() throws Exception {
    for (int i = 0; i < Connections.MOST_OF_ONE_SOURCE; i++) connect("127.0.0.9");
    assertThat(answered()).isEqualTo(Connections.MOST_OF_ONE_SOURCE);
    assertThat(isAnswered(connect("127.0.0.9"))).isFalse();

    for (var socket : opened) socket.close();

    while (!isAnswered(connect("127.0.0.9"))) Thread.sleep(20);
  }

  @Test
  void whoeverNeverBringsAWholeMessageIsSentAway() throws Exception {
    var pings = connect("127.0.0.9");
    var stammers = connect("127.0.0.9");
    stammers
        .getOutputStream()
        .write("OPTIONS sip:desk@127.0.0.1 SIP/2.0\r\nl".getBytes(ISO_8859_1));
    var speaks = connect("127.0.0.9");
    assertThat(isAnswered(pings)).isTrue();
    assertThat(RawPeer.exchange(speaks, phone.options("TCP", "l: 0"))).startsWith("SIP/2.0 200 ");

    kept.edge().sweep(System.nanoTime() + Connections.PATIENCE.plusSeconds(1).toNanos());

    assertThat(RawPeer.exchange(pings, "")).isEmpty();
    assertThat(RawPeer.exchange(stammers, "")).isEmpty();
    assertThat(RawPeer.exchange(speaks, phone.options("TCP", "l: 0"))).startsWith("SIP/2.0 200 ");
  }

  @Test
  void thoseOverTlsAreOfTheSameNumberAndPatience(@TempDir Path folder) throws Exception {
    kept.close();
    kept = new TestLine(SipSettings.Times.USUAL, SelfSigned.make(folder).tls(), Secrecy.CLEAR);
    var silent = connect("127.0.0.9", Transport.TLS);
    for (int i = 1; i < Connections.MOST_OF_ONE_SOURCE; i++) connect("127.0.0.9", Transport.TLS);
    assertThat(RawPeer.exchange(connect("127.0.0.9", Transport.TLS), "")).isEmpty();
    assertThat(isAnswered(connect("127.0.0.9"))).isFalse();

    kept.edge().sweep(System.nanoTime() + Connections.PATIENCE.plusSeconds(1).toNanos());

    assertThat(RawPeer.exchange(silent, "")).isEmpty();
    while (!isAnswered(connect("127.0.0.9"))) Thread.sleep(20);
  }

  private Socket connect(String from) throws IOException {
    return connect(from, Transport.TCP);
  }

  private Socket connect(String from, Transport transport) throws IOException {
    var here = InetAddress.getLoopbackAddress();
    var port = kept.line.port(transport);
    var socket = new Socket(here, port, InetAddress.getByName(from), 0);
    opened.add(socket);
    return socket;
  }

  /// How many of all that were opened.
  private int answered() {
    int served = 0;
    for (var socket : opened) if (isAnswered(socket)) served++;
    return served;
  }

  private static boolean isAnswered(Socket socket) {
    try {
      return RawPeer.exchange(socket, PING).equals("\r\n");
    } catch (IOException closed) {
      return false;
    }
  }
}
