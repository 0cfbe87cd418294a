package kept;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import kept.platform.Unopened;

/// The doctor's look at the doors: the ports for pages and mail, and the address people type.
final class DoctorAtDoors {
  private static final int PATIENCE_MS = 5_000;

  private final Config config;
  private final boolean running;

  DoctorAtDoors(Config config, boolean running) {
    this.config = config;
    this.running = running;
  }

  List<Finding> ports() {
    return List.of(
        port("KEPT_HTTP_PORT", config.web().bind(), config.web().port(), this::servesOurPages),
        port("KEPT_SMTP_PORT", config.mail().bind(), config.mail().port(), this::takesOurMail));
  }

  List<Finding> publicUrl() {
    var url = config.web().publicUrl();
    if (url == null)
      return List.of(
          Finding.skipped("KEPT_PUBLIC_URL is not set: links lead to this machine only"));
    if (url.startsWith("http://") && !isLocal(URI.create(url).getHost()))
      return List.of(Finding.toDo("KEPT_PUBLIC_URL is " + url
          + ": passwords would travel in the clear. Put a proxy with https before Kept."));
    if (!running) return List.of(Finding.skipped(url + " is looked at while Kept runs"));
    return List.of(
        isOurs(url)
            ? Finding.well(url + " leads to Kept")
            : Finding.toDo(url + " does not lead to Kept. Look at its DNS name and the proxy."));
  }

  private Finding port(String setting, String bind, int port, IntPredicate ours) {
    if (port == 0) return Finding.well(setting + " is any free port");
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
      return Finding.well("Port " + port + " is free (" + setting + ")");
    } catch (IOException e) {
      if (running && ours.test(port))
        return Finding.well("Port " + port + " is served by this Kept");
      var why = Unopened.port(setting, bind, port, new UncheckedIOException(e));
      return Finding.toDo(String.valueOf(why.getMessage()));
    }
  }

  private boolean servesOurPages(int port) {
    return isOurs("http://" + local(config.web().bind()) + ":" + port);
  }

  private static boolean isOurs(String url) {
    try (var http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofMillis(PATIENCE_MS))
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()) {
      var request = HttpRequest.newBuilder(URI.create(url + "/in"))
          .timeout(Duration.ofMillis(PATIENCE_MS))
          .build();
      return http.send(request, BodyHandlers.ofString()).body().contains("Kept");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean takesOurMail(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(local(config.mail().bind()), port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      var greeting = new BufferedReader(in).readLine();
      return greeting != null && greeting.startsWith("220") && greeting.contains("Kept");
    } catch (IOException e) {
      return false;
    }
  }

  private static String local(String bind) {
    return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
