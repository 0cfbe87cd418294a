package kept.line.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Whether anybody listens at an address, as far as its machine says so by itself.
final class Knock {
  /// An empty line keeps a way through a NAT open and asks for nothing (RFC 5626, section 3.5.1).
  private static final byte[] EMPTY_LINE = "\r\n\r\n".getBytes(US_ASCII);

  /// How long an "unreachable" (ICMP) takes from the other side of the world.
  private static final Duration ECHO = Duration.ofMillis(400);

  private Knock() {}

  /// @throws SocketTimeoutException when a connection was wanted and nothing came back
  static boolean isClosed(InetSocketAddress at, Transport transport, Duration patience)
      throws SocketTimeoutException {
    return transport == Transport.UDP ? isUnreachable(at) : isRefused(at, patience);
  }

  private static boolean isRefused(InetSocketAddress at, Duration patience)
      throws SocketTimeoutException {
    try (var socket = new Socket()) {
      socket.connect(at, (int) patience.toMillis());
      return false;
    } catch (ConnectException refused) {
      return true;
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (IOException unclear) {
      return false;
    }
  }

  private static boolean isUnreachable(InetSocketAddress at) {
    try (var socket = new DatagramSocket()) {
      socket.connect(at);
      socket.setSoTimeout((int) ECHO.toMillis());
      socket.send(new DatagramPacket(EMPTY_LINE, EMPTY_LINE.length));
      socket.receive(new DatagramPacket(new byte[1], 1));
      return false;
    } catch (PortUnreachableException closed) {
      return true;
    } catch (IOException unclear) {
      return false;
    }
  }
}
