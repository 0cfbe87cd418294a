package kept;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import kept.platform.http.Proxies;
import kept.platform.http.WebSettings;
import org.jspecify.annotations.Nullable;

/// The doctor's look at the address that people type: its name, the proxy before Kept, and whether
/// it leads here.
final class DoctorOfAddress {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WebSettings web;
  private final boolean running;
  private final @Nullable String url;

  DoctorOfAddress(WebSettings web, boolean running) {
    this.web = web;
    this.running = running;
    this.url = web.publicUrl();
  }

  List<Finding> name() {
    if (url == null)
      return List.of(
          Finding.skipped("KEPT_PUBLIC_URL is not set: links lead to this machine only"));
    var host = URI.create(url).getHost();
    if (host == null)
      return List.of(Finding.toDo("KEPT_PUBLIC_URL is " + url + ", which names no host."));
    try {
      var addresses = Arrays.stream(InetAddress.getAllByName(host))
          .map(InetAddress::getHostAddress)
          .collect(Collectors.joining(", "));
      return List.of(Finding.well(host + " is " + addresses));
    } catch (UnknownHostException e) {
      return List.of(
          Finding.toDo("The name " + host + " of KEPT_PUBLIC_URL is not in the DNS. Add an"
              + " A or AAAA record that names this machine, or the one before it."));
    }
  }

  /// Whose word on addresses and schemes is believed.
  List<Finding> proxy() {
    new Proxies(web.trustedProxies());
    var everybody =
        web.trustedProxies().stream().filter(each -> each.endsWith("/0")).toList();
    if (!everybody.isEmpty())
      return List.of(Finding.toDo("KEPT_TRUSTED_PROXIES trusts everybody (" + everybody.getFirst()
          + "), so anyone may pretend to come from anywhere. Name the proxy’s own address."));
    if (url == null) return List.of();
    if (url.startsWith("http://"))
      return isLocal(URI.create(url).getHost())
          ? List.of()
          : List.of(Finding.toDo("KEPT_PUBLIC_URL is " + url
              + ": passwords would travel in the clear. Give Kept a certificate, or put a proxy"
              + " with https before it."));
    if (web.httpsPort() < 0 && web.trustedProxies().isEmpty())
      return List.of(Finding.toDo("KEPT_PUBLIC_URL is https, but Kept has no certificate"
          + " (KEPT_HTTPS_PORT) and trusts no proxy (KEPT_TRUSTED_PROXIES): to it, all who come"
          + " through one have the same address, and one guesser slows everybody."));
    return List.of(Finding.well(
        web.trustedProxies().isEmpty()
            ? "No proxy is trusted: all come to Kept itself"
            : "The word of " + String.join(", ", web.trustedProxies()) + " is believed"));
  }

  List<Finding> leads() {
    if (url == null) return List.of();
    if (!running) return List.of(Finding.skipped(url + " is looked at while Kept runs"));
    try (var http = HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()) {
      var request =
          HttpRequest.newBuilder(URI.create(url + "/in")).timeout(PATIENCE).build();
      var answer = http.send(request, BodyHandlers.ofString());
      return List.of(
          answer.body().contains("Kept")
              ? Finding.well(url + " leads to Kept")
              : Finding.toDo(url + " does not lead to Kept, but to somebody who answers "
                  + answer.statusCode() + ". Look at its DNS name and the proxy."));
    } catch (SSLException e) {
      return List.of(Finding.toDo(url + " shows a certificate that is not trusted here ("
          + e.getMessage() + "). Browsers may warn of it as well."));
    } catch (IOException e) {
      return List.of(Finding.toDo(url + " does not answer (" + e.getClass().getSimpleName()
          + "). Look at its DNS name, the proxy, and the firewall."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
