package kept.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kept.TestPorts;
import kept.line.rtp.MediaSettings;
import kept.line.rtp.Sound;
import kept.line.rtp.Source;
import kept.line.sdp.Secrecy;
import kept.line.sip.Gate;
import kept.line.sip.PhoneEvents;
import kept.line.sip.Resolver;
import kept.line.sip.SipEdge;
import kept.line.sip.SipSettings;
import kept.line.sip.SipTls;
import kept.line.sip.TollRules;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import org.jspecify.annotations.Nullable;

/// A whole line on loopback, with phones 101 to 109 whose secrets are `pw101` and so on, and a
/// trunk at 127.0.0.2 that is known by its address.
public final class TestLine implements AutoCloseable {
  public static final String REALM = "kept";
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Trunk KNOWN_BY_ITS_ADDRESS = new Trunk(
      "carrier", "127.0.0.2", 5060, Transport.UDP, null, false, 1, 30, Duration.ofSeconds(30));
  /// One country, whose calls cost a cent a minute.
  private static final TollRules TOLLS =
      new TollRules(Set.of("1"), Set.of(), Set.of("112"), Map.of("1", 1), 10_000, 0, 600);

  public final TestDesk desk = new TestDesk();
  public final Line line;

  public TestLine() throws IOException {
    this(SipSettings.Times.USUAL, null, Secrecy.CLEAR);
  }

  public TestLine(SipSettings.Times times, @Nullable SipTls tls, Secrecy secrecy)
      throws IOException {
    this(times, tls, secrecy, List.of(KNOWN_BY_ITS_ADDRESS), Duration.ofSeconds(60));
  }

  public TestLine(List<Trunk> trunks) throws IOException {
    this(trunks, TestLine::resolve);
  }

  public TestLine(List<Trunk> trunks, Resolver resolver) throws IOException {
    this(
        SipSettings.Times.USUAL,
        null,
        Secrecy.CLEAR,
        trunks,
        Duration.ofSeconds(60),
        HERE,
        HERE,
        resolver);
  }

  /// One that listens at another address of this machine and says that it is here.
  public static TestLine at(InetAddress bind, InetAddress here, Trunk trunk) throws IOException {
    return new TestLine(
        SipSettings.Times.USUAL,
        null,
        Secrecy.CLEAR,
        List.of(trunk),
        Duration.ofSeconds(60),
        bind,
        here,
        TestLine::resolve);
  }

  /// One that holds a party lost who says nothing for so long.
  public static TestLine losing(Duration silence) throws IOException {
    return new TestLine(
        SipSettings.Times.USUAL, null, Secrecy.CLEAR, List.of(KNOWN_BY_ITS_ADDRESS), silence);
  }

  private TestLine(
      SipSettings.Times times,
      @Nullable SipTls tls,
      Secrecy secrecy,
      List<Trunk> trunks,
      Duration silence)
      throws IOException {
    this(times, tls, secrecy, trunks, silence, HERE, HERE, TestLine::resolve);
  }

  private TestLine(
      SipSettings.Times times,
      @Nullable SipTls tls,
      Secrecy secrecy,
      List<Trunk> trunks,
      Duration silence,
      InetAddress bind,
      InetAddress here,
      Resolver resolver)
      throws IOException {
    line = new Line(
        new LineSettings(
            new SipSettings(bind, 0, tls == null ? -1 : 0, here, tls, "Kept", times),
            new MediaSettings(
                bind, TestPorts.forSound().first(), TestPorts.forSound().last(), silence),
            new Gate.Guards(
                REALM,
                false,
                TestLine::ha1,
                PhoneEvents.NOBODY,
                resolver,
                TOLLS,
                InstantSource.system(),
                ZoneOffset.UTC),
            trunks,
            secrecy,
            new Source.Clip(tone(480, 1), true),
            new Source.Clip(tone(440, 1), true)),
        desk);
    desk.line(line);
    line.listen();
  }

  public SipEdge edge() {
    return line.edge();
  }

  public int port() {
    return line.port(Transport.UDP);
  }

  /// A sine wave at a quarter of full scale.
  public static Sound tone(int hertz, int seconds) {
    return new Sound(sine(hertz, seconds));
  }

  public static short[] sine(int hertz, int seconds) {
    var samples = new short[8000 * seconds];
    for (int i = 0; i < samples.length; i++)
      samples[i] = (short) (8192 * Math.sin(2 * Math.PI * hertz * i / 8000));
    return samples;
  }

  private static List<InetSocketAddress> resolve(String host, int port, Transport transport)
      throws IOException {
    var found = new InetSocketAddress(host, port);
    if (found.isUnresolved()) throw new IOException("No server was found under this name.");
    return List.of(found);
  }

  private static Optional<String> ha1(String user, String realm, String algorithm) {
    if (!user.matches("10[1-9]")) return Optional.empty();
    try {
      var text = user + ":" + realm + ":pw" + user;
      return Optional.of(HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException none) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
