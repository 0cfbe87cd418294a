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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import kept.platform.Unopened;

/// The doctor's look at the doors: the ports for pages and mail.
final class DoctorAtDoors {
  private static final int PATIENCE_MS = 5_000;

  private final Config config;
  private final boolean running;

  DoctorAtDoors(Config config, boolean running) {
    this.config = config;
    this.running = running;
  }

  List<Finding> ports() {
    var web = config.web();
    var found = new ArrayList<Finding>();
    found.add(port("KEPT_HTTP_PORT", web.bind(), web.port(), this::servesOurPages));
    if (web.httpsPort() >= 0)
      found.add(port("KEPT_HTTPS_PORT", web.bind(), web.httpsPort(), this::speaksTls));
    found.add(
        port("KEPT_SMTP_PORT", config.mail().bind(), config.mail().port(), this::takesOurMail));
    return found;
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

  /// Asked for its health, which it tells also where everybody else is led to https.
  private boolean servesOurPages(int port) {
    try (var http =
        HttpClient.newBuilder().connectTimeout(Duration.ofMillis(PATIENCE_MS)).build()) {
      var there = URI.create("http://" + local(config.web().bind()) + ":" + port + "/healthz");
      var request =
          HttpRequest.newBuilder(there).timeout(Duration.ofMillis(PATIENCE_MS)).build();
      return http.send(request, BodyHandlers.ofString()).body().startsWith("{\"status\":");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Which certificate it shows is another look's matter.
  private boolean speaksTls(int port) {
    return ShownAt.port(local(config.web().bind()), port).isPresent();
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

  static String local(String bind) {
    return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
  }
}
