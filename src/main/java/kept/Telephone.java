package kept;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import kept.line.sip.SipTls;
import kept.phone.LineLock;
import kept.phone.PhoneLine;
import kept.phone.PhoneSettings;
import kept.phone.ShopTolls;
import kept.phone.Switchboard;
import kept.platform.Database;
import kept.platform.Refusal;
import kept.platform.Unopened;
import kept.platform.tls.Tls;
import org.jspecify.annotations.Nullable;

/// The telephone of one Kept: the line, and what is done with its calls.
final class Telephone {
  private Telephone() {}

  /// What pages need of it.
  record Desk(Switchboard board, PhoneLine line) {}

  /// What is done with calls, on whichever line they come.
  static Switchboard board(Config config, Rooms rooms) {
    var house = new Switchboard.House(
        rooms.shop,
        rooms.team,
        rooms.presence,
        rooms.customers,
        rooms.frontDoors,
        rooms.nuisances,
        rooms.lines,
        rooms.phones,
        rooms.callLegs,
        rooms.helpCalls,
        rooms.blobs,
        rooms.clock);
    return new Switchboard(rooms.calls, house, recordings(config));
  }

  static Path recordings(Config config) {
    return config.data().resolve("recordings");
  }

  /// Takes calls from now on, if anything is set up for them. A port that cannot be opened is said
  /// in a sentence.
  static PhoneLine open(
      Config config, Rooms rooms, Switchboard board, Database.Address address, @Nullable Tls tls) {
    var zone = rooms.shop.find().map(business -> business.zone()).orElse(ZoneOffset.UTC);
    var ground = new PhoneLine.House(
        rooms.trunks,
        rooms.lines,
        rooms.phones,
        rooms.recordings,
        new ShopTolls(rooms.database, zone),
        zone,
        recordings(config));
    var settings = config.phone();
    try {
      return PhoneLine.open(
          settings(settings, tls), new LineLock(address), board, ground, rooms.clock);
    } catch (UncheckedIOException e) {
      throw Unopened.port("KEPT_SIP_PORT", settings.bind(), settings.port(), e);
    }
  }

  private static PhoneSettings settings(Config.Phone phone, @Nullable Tls tls) {
    try {
      var bind = InetAddress.getByName(phone.bind());
      return new PhoneSettings(
          bind,
          phone.port(),
          phone.tlsPort(),
          phone.firstSound(),
          phone.lastSound(),
          advertised(phone, bind),
          tls == null ? null : new SipTls(tls.keys(), tls.trust()));
    } catch (UnknownHostException e) {
      throw new Refusal(
          "KEPT_BIND and KEPT_PUBLIC_ADDRESS have to be addresses: " + e.getMessage());
    }
  }

  /// What the owner set, else what we listen on, else the first address of this machine that is not
  /// only its own.
  private static InetAddress advertised(Config.Phone phone, InetAddress bind)
      throws UnknownHostException {
    if (phone.address() != null) return InetAddress.getByName(phone.address());
    if (!bind.isAnyLocalAddress()) return bind;
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .findFirst()
          .orElse(InetAddress.getLoopbackAddress());
    } catch (SocketException e) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
