package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Ports for programs that want to be told theirs.
///
/// Tests run in several processes at once, which pom.xml numbers. Each has its own stretch, so
/// that no other takes a port between our look at it and its use; all lie below those that Linux
/// hands out by itself, and beside Kept's usual ones.
public final class TestPorts {
  private static final int FORKS = 4;
  private static final int FORK = Integer.parseInt(System.getProperty("kept.fork", "0")) % FORKS;
  private static final int TO_LISTEN = 1_500;
  private static final int FOR_SOUND = 2_000;
  private static final int FOR_PHONES = 500;
  private static final int FIRST_TO_LISTEN = 10_000 + FORK * TO_LISTEN;
  private static final int FIRST_FOR_SOUND = 20_000 + FORK * (FOR_SOUND + FOR_PHONES);
  /// Where it begins differs, so that two runs on one machine seldom meet.
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) ProcessHandle.current().pid() * 97);

  private TestPorts() {}

  /// A range of ports, both ends in it.
  public record Range(int first, int last) {
    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  /// One where nobody listens, over UDP or TCP.
  public static int next() {
    return next(1);
  }

  /// The first of so many neighbours.
  public static int next(int neighbours) {
    for (int tried = 0; tried < TO_LISTEN; tried++) {
      int place = Math.floorMod(NEXT.getAndAdd(neighbours), TO_LISTEN);
      int port = FIRST_TO_LISTEN + place;
      if (place + neighbours <= TO_LISTEN
          && IntStream.range(port, port + neighbours).allMatch(TestPorts::isFree)) return port;
    }
    throw new IllegalStateException("No port is free from " + FIRST_TO_LISTEN + ".");
  }

  /// Where our lines hear.
  public static Range forSound() {
    return new Range(FIRST_FOR_SOUND, FIRST_FOR_SOUND + FOR_SOUND - 1);
  }

  /// Where softphones hear.
  public static Range forPhones() {
    int first = FIRST_FOR_SOUND + FOR_SOUND;
    return new Range(first, first + FOR_PHONES - 1);
  }

  private static boolean isFree(int port) {
    try (var udp = new DatagramSocket(port);
        var tcp = new ServerSocket(port)) {
      return udp.isBound() && tcp.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
