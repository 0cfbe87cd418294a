package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/// The DNS as the JDK's own provider reads it (module `jdk.naming.dns`), each question bounded
/// in time. One context a question: cheap beside the network, and nothing to share between
/// threads.
final class DnsNames implements NameServer {

  /// The first wait for an answer; it doubles with each of the tries.
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private static final int TRIES = 2;

  /// More records than this are somebody's joke.
  private static final int MOST_RECORDS = 32;

  private final String servers;

  /// `servers` is a list of `dns://address:port`, or `dns:` for those of the machine.
  DnsNames(String servers) {
    this.servers = servers;
  }

  @Override
  public List<Naptr> naptr(String domain) throws IOException {
    return ask(domain, "NAPTR").stream()
        .flatMap(text -> readNaptr(text).stream())
        .toList();
  }

  @Override
  public List<Srv> srv(String name) throws IOException {
    return ask(name, "SRV").stream().flatMap(text -> readSrv(text).stream()).toList();
  }

  @Override
  public List<InetAddress> addresses(String host) throws IOException {
    var found = new ArrayList<InetAddress>();
    for (var type : List.of("A", "AAAA")) {
      for (var literal : ask(host, type)) found.add(InetAddress.ofLiteral(literal));
    }
    return List.copyOf(found);
  }

  // The ban is for look-ups that can load classes; a DNS context answers with text only.
  @SuppressWarnings("BanJNDI")
  private List<String> ask(String name, String type) throws IOException {
    DirContext context = null;
    try {
      context = new InitialDirContext(settings());
      var attribute = context.getAttributes(name + '.', new String[] {type}).get(type);
      var found = new ArrayList<String>();
      if (attribute == null) return found;
      var values = attribute.getAll();
      while (values.hasMore() && found.size() < MOST_RECORDS)
        found.add(values.next().toString());
      return found;
    } catch (NameNotFoundException e) {
      return List.of();
    } catch (NamingException e) {
      throw new IOException("the name server does not answer", e);
    } finally {
      close(context);
    }
  }

  private static void close(@Nullable DirContext context) {
    try {
      if (context != null) context.close();
    } catch (NamingException e) {
      throw new IllegalStateException("a context without a socket cannot fail to close", e);
    }
  }

  @SuppressWarnings("JdkObsolete") // The constructor of a context takes nothing else.
  private Hashtable<String, String> settings() {
    var settings = new Hashtable<String, String>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, servers);
    settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(FIRST_WAIT.toMillis()));
    settings.put("com.sun.jndi.dns.timeout.retries", Integer.toString(TRIES));
    return settings;
  }

  /// `10 50 "s" "SIP+D2U" "" _sip._udp.example.com.`, with or without quotes.
  private static Optional<Naptr> readNaptr(String text) {
    var parts = text.strip().split("\\s+");
    try {
      var last = parts[parts.length - 1];
      return Optional.of(new Naptr(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          unquoted(parts[2]),
          unquoted(parts[3]),
          withoutDot(last)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Srv> readSrv(String text) {
    var parts = text.strip().split("\\s+");
    try {
      return Optional.of(new Srv(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          withoutDot(parts[3])));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
