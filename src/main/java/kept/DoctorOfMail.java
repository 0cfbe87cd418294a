package kept;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import kept.email.Relay;
import kept.platform.Sender.Outcome;
import org.jspecify.annotations.Nullable;

/// The doctor's look at mail: the relay it leaves by, and the name under which it comes in.
final class DoctorOfMail {
  private final Config.Mail config;
  private final @Nullable String shopAddress;

  DoctorOfMail(Config.Mail config, @Nullable String shopAddress) {
    this.config = config;
    this.shopAddress = shopAddress;
  }

  List<Finding> relay() {
    var url = config.relayUrl();
    if (url == null)
      return List.of(Finding.skipped(
          "KEPT_RELAY_URL is not set: letters wait until a server may send them for you"));
    return List.of(
        switch (new Relay(url, "localhost").greet()) {
          case Outcome.Sent(var words) -> Finding.well("The relay lets us in: " + words);
          case Outcome.Refused(var words) -> Finding.toDo("The relay refuses us: " + words);
          case Outcome.Later(var words, var notBefore) ->
            Finding.toDo("The relay cannot be used now: " + words);
        });
  }

  /// RFC 5321, section 5.1: mail for a domain goes to its MX, or to the domain itself.
  List<Finding> domain() {
    if (shopAddress == null)
      return List.of(
          Finding.skipped("The shop has no mail address yet, so there is no MX to find"));
    var domain = shopAddress.substring(shopAddress.indexOf('@') + 1);
    try {
      var names = servers(domain);
      return List.of(
          names.isEmpty()
              ? Finding.toDo("No MX record says where mail to @" + domain
                  + " goes. Add one that names this machine.")
              : Finding.well("Mail to @" + domain + " goes to " + String.join(", ", names)));
    } catch (NameNotFoundException e) {
      return List.of(Finding.toDo("The name " + domain + " does not exist in the DNS."));
    } catch (NamingException e) {
      return List.of(Finding.skipped(
          "The DNS does not answer, so the MX of " + domain + " could not be looked up"));
    }
  }

  /// JNDI speaks to the DNS alone here: its provider is fixed, and of the answer only text is read.
  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private static List<String> servers(String domain) throws NamingException {
    var settings = new Hashtable<String, String>();
    settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    settings.put("com.sun.jndi.dns.timeout.initial", "1500");
    settings.put("com.sun.jndi.dns.timeout.retries", "2");
    DirContext dns = new InitialDirContext(settings);
    try {
      var found = new ArrayList<String>();
      var records = dns.getAttributes(domain, new String[] {"MX"}).get("MX");
      if (records == null) return found;
      for (var each = records.getAll(); each.hasMore(); ) found.add(String.valueOf(each.next()));
      return found;
    } finally {
      dns.close();
    }
  }
}
