package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kept.platform.tls.TlsFiles;

/// A proxy of Debian's before Kept, on loopback and in a folder of its own, set up with what
/// docs/operations.md shows.
final class TestProxy implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path log;

  private TestProxy(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static TestProxy nginx(Path folder, int port, int kept, TlsFiles tls) throws Exception {
    var server = shown("nginx")
        .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
        .replace("desk.example.com;", "localhost;")
        .replaceAll("ssl_certificate \\S+;", "ssl_certificate " + tls.certificate() + ";")
        .replaceAll("ssl_certificate_key \\S+;", "ssl_certificate_key " + tls.key() + ";")
        .replace("127.0.0.1:8080", "127.0.0.1:" + kept);
    assertThat(server)
        .contains("listen 127.0.0.1:" + port + " ssl", "proxy_pass http://127.0.0.1:" + kept + ";")
        .doesNotContain("desk.example.com");
    var here = folder.toAbsolutePath();
    var temporary = new StringBuilder();
    for (var kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
      temporary
          .append(kind)
          .append("_temp_path ")
          .append(here)
          .append("/")
          .append(kind)
          .append(";\n");
    var config = Files.writeString(
        folder.resolve("nginx.conf"), """
        %4$s
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
        access_log off;
        %2$s
        %3$s
        }
        """.formatted(here, temporary, server, asOurselves()));
    var program = Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    return started(
        folder,
        port,
        program,
        "-p",
        here.toString(),
        "-c",
        config.toAbsolutePath().toString(),
        "-e",
        here + "/error.log");
  }

  /// Run by root it would become somebody who may not write here.
  private static String asOurselves() {
    return System.getProperty("user.name").equals("root") ? "user root;" : "";
  }

  static TestProxy caddy(Path folder, int port, int kept, TlsFiles tls) throws Exception {
    var site = shown("caddy")
        .replace(
            "desk.example.com {",
            "https://localhost:" + port + " {\n  bind 127.0.0.1\n  tls " + tls.certificate() + " "
                + tls.key())
        .replace("127.0.0.1:8080", "127.0.0.1:" + kept);
    assertThat(site).contains("reverse_proxy 127.0.0.1:" + kept).doesNotContain("desk.example.com");
    var config = Files.writeString(
        folder.resolve("Caddyfile"), "{\n  admin off\n  auto_https disable_redirects\n}\n" + site);
    return started(
        folder,
        port,
        "caddy",
        "run",
        "--adapter",
        "caddyfile",
        "--config",
        config.toAbsolutePath().toString());
  }

  /// What the document shows between "```name" and "```".
  private static String shown(String name) throws IOException {
    var text = Files.readString(Path.of("docs/operations.md"));
    var block = Pattern.compile("(?s)```" + name + "\\n(.*?)```").matcher(text);
    assertThat(block.find()).as(name).isTrue();
    return block.group(1);
  }

  private static TestProxy started(Path folder, int port, String... command) throws Exception {
    var log = folder.resolve("said.log");
    var building =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    var home = folder.toAbsolutePath().toString();
    building.environment().put("HOME", home);
    building.environment().put("XDG_DATA_HOME", home);
    building.environment().put("XDG_CONFIG_HOME", home);
    var proxy = new TestProxy(building.start(), log);
    proxy.awaitPort(port);
    return proxy;
  }

  private void awaitPort(int port) throws Exception {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
        if (socket.isConnected()) return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > until)
          throw new AssertionError("The proxy did not start: " + Files.readString(log), notYet);
        Thread.sleep(20);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
