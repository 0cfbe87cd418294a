package kept.line.sdp;

import java.net.InetAddress;

/// The `o=` line (RFC 8866, section 5.2). Ids are strings of digits, since NTP times need 64
/// bits without a sign.
public record Origin(String user, String id, String version, Connection connection) {
  static Origin ours(long id, long version, InetAddress address) {
    return new Origin("-", Long.toString(id), Long.toString(version), Connection.to(address));
  }

  @Override
  public String toString() {
    return user + " " + id + " " + version + " " + connection;
  }
}
