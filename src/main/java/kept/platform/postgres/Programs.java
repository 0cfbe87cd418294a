package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kept.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs, and the words that go before them on this system.
///
/// - `setsid`: a Ctrl-C meant for Kept does not reach PostgreSQL, which has to outlive the last
///   request.
/// - `setpriv --pdeathsig`: a fast shutdown when we die. The kernel sends it when the *thread*
///   that started the program ends, so that thread has to live as long as the program.
/// - `unshare -U`: PostgreSQL refuses to run as root or as a user without a name; inside a user
///   namespace that maps nobody, both look like `nobody`, and the files keep their owner.
///
/// Without `setpriv`, as on a Mac, a server may outlive a killed Kept; the next start stops it.
record Programs(Path folder, List<String> prefix) {
  private static final Logger log = LoggerFactory.getLogger(Programs.class);
  private static final List<String> DIES_WITH_US = List.of("setpriv", "--pdeathsig", "INT");
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH");

  static Programs in(Path folder) {
    var found = prefixes().stream()
        .map(prefix -> new Programs(folder, prefix))
        .filter(Programs::run)
        .findFirst()
        .orElseThrow(() -> refusal(folder));
    log.debug("PostgreSQL's programs run as {}", found);
    return found;
  }

  /// Starts a program. Its errors come out with its words.
  Process start(String program, List<String> arguments) throws IOException {
    var command = Stream.of(
            prefix, List.of(folder.resolve("bin").resolve(program).toString()), arguments)
        .flatMap(List::stream)
        .toList();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    return builder.start();
  }

  private boolean run() {
    try {
      var process = start("postgres", List.of("--version"));
      process.getOutputStream().close();
      var words = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() == 0) return true;
      log.debug("{} does not work here: {}", prefix, words.strip());
    } catch (IOException e) {
      log.debug("{} does not work here: {}", prefix, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static List<List<String>> prefixes() {
    var asNobody = isRoot() || isNameless() ? List.of("unshare", "-U") : List.<String>of();
    var full = Stream.of(List.of("setsid"), asNobody, DIES_WITH_US)
        .flatMap(List::stream)
        .toList();
    return List.of(full, asNobody);
  }

  private static Refusal refusal(Path folder) {
    var own = "set KEPT_DATABASE_URL to a PostgreSQL of your own.";
    if (!new Programs(folder, List.of()).run())
      return new Refusal("The PostgreSQL that Kept brings does not run on this system: " + own);
    var who = isRoot() ? "as root" : "as a user without a name in /etc/passwd";
    return new Refusal("PostgreSQL does not run " + who
        + ", and this system forbids the user namespace that would help:"
        + " run Kept as an ordinary user, or " + own);
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return System.getProperty("user.name").equals("root");
    }
  }

  /// Java's way to say that the system knows no name for the user id.
  private static boolean isNameless() {
    return System.getProperty("user.name").equals("?");
  }
}
