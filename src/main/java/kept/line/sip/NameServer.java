package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// The questions that RFC 3263 puts to the DNS. A name that does not exist has empty answers;
/// a server that does not answer is an `IOException`.
interface NameServer {

  /// RFC 3403: which service, by which other name.
  record Naptr(int order, int preference, String flags, String service, String replacement) {}

  /// RFC 2782.
  record Srv(int priority, int weight, int port, String target) {}

  List<Naptr> naptr(String domain) throws IOException;

  List<Srv> srv(String name) throws IOException;

  List<InetAddress> addresses(String host) throws IOException;
}
