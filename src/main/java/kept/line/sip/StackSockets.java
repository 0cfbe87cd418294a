package kept.line.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// The stack's sockets. It reads each datagram into a buffer of the largest size and queues it
/// in there without a limit, so that a few thousand INVITEs would fill the heap and end its
/// thread: ours hands out what came, and no more.
public final class StackSockets implements NetworkLayer {
  private final NetworkLayer usual = DefaultNetworkLayer.SINGLETON;

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return new Exact(0, null);
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
    return new Exact(port, address);
  }

  private static final class Exact extends DatagramSocket {
    Exact(int port, @Nullable InetAddress address) throws SocketException {
      super(port, address);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
      super.receive(packet);
      int from = packet.getOffset();
      packet.setData(Arrays.copyOfRange(packet.getData(), from, from + packet.getLength()));
    }
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return usual.createServerSocket(port, backlog, address);
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return usual.createSSLServerSocket(port, backlog, address);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return usual.createSocket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress ours) throws IOException {
    return usual.createSocket(address, port, ours);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress ours, int ourPort)
      throws IOException {
    return usual.createSocket(address, port, ours, ourPort);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    return usual.createSSLSocket(address, port);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress ours)
      throws IOException {
    return usual.createSSLSocket(address, port, ours);
  }

  @Override
  public void setSipStack(SipStackImpl stack) {}
}
