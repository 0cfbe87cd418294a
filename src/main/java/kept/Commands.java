package kept;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.http.Pages;

/// What `./kept NAME` does, once the launcher has found a JDK and built.
final class Commands {
  private static final String USAGE = """
      ./kept start        serve this shop; the first start prints a link to set it up
      ./kept try          look around in a made-up shop that leaves nothing behind
      ./kept backup FILE  write the whole shop into one file, while it goes on
      ./kept restore FILE bring such a file back into an empty folder
      ./kept token NAME   make an API token with the owner's powers
      ./kept password     print a link with which the owner, locked out, comes back in
      ./kept key          give the shop a new secret key, while Kept is stopped
      ./kept hear         hear promises in texts: JSON lines in, JSON lines out
      ./kept doctor       check what Kept needs from the outside, and say what to do
      ./kept dev          like start, with templates, styles and scripts read anew at every change
      ./kept test         everything that has to be true, proven
      ./kept bench NAME   the long proofs and the budgets
      ./kept fmt          lay the source out""";

  private Commands() {}

  static void run(List<String> arguments, Map<String, String> environment) {
    var command = arguments.isEmpty() ? "help" : arguments.getFirst();
    UnknownSettings.in(environment).forEach(System.err::println);
    switch (command) {
      case "start" -> serve(Config.read(environment), Pages.built(), Extras.NONE);
      case "try" -> serveSample(environment);
      case "dev" -> serve(Config.read(environment), reloading(), Extras.DEV);
      case "backup" -> System.out.println(Safe.backup(Config.read(environment), arguments));
      case "restore" -> System.out.println(Safe.restore(Config.read(environment), arguments));
      case "token" -> System.out.println(Keys.token(Config.read(environment), arguments));
      case "password" -> System.out.println(Keys.wayBack(Config.read(environment)));
      case "key" -> System.out.println(Keys.renew(Config.read(environment)));
      case "hear" -> Hear.run(Hear.input(), Hear.output());
      case "doctor" -> examine(Config.read(environment));
      case "help", "-h", "--help" -> System.out.println(USAGE);
      default -> throw new Refusal("There is no command \"" + command + "\".\n\n" + USAGE);
    }
  }

  private static void serve(Config config, Pages pages, Extras extras) {
    var since = System.nanoTime();
    var house = House.open(config, new KeptClock());
    var kept = house.start(pages, extras);
    kept.rooms()
        .invitations
        .setUpLink()
        .ifPresent(path -> System.out.println("Set up your shop: " + kept.url() + path));
    runUntilStopped(kept, house, since);
  }

  private static void examine(Config config) {
    if (!new Doctor(config, new KeptClock()).report(System.out)) System.exit(1);
  }

  private static void serveSample(Map<String, String> environment) {
    var since = System.nanoTime();
    var sample = Try.open(environment);
    var kept = sample.start(Pages.built());
    sample.introduce(kept);
    runUntilStopped(kept, sample, since);
  }

  /// Ctrl-C and SIGTERM close what runs, then what it stands on.
  private static void runUntilStopped(Kept kept, AutoCloseable ground, long since) {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      close(kept);
      close(ground);
      stopped.countDown();
    }));
    System.out.printf(
        Locale.ROOT,
        "ready http=%d%s smtp=%d%s%s in %.1f s%n",
        kept.httpPort(),
        open("https", kept.httpsPort()),
        kept.smtpPort(),
        open("sip", kept.sipPort()),
        open("sips", kept.sipTlsPort()),
        (System.nanoTime() - since) / 1e9);
    await(stopped);
  }

  private static String open(String door, int port) {
    return port < 0 ? "" : " " + door + "=" + port;
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("Kept did not stop cleanly: " + e);
    }
  }

  private static Pages reloading() {
    return Pages.reloadedFrom(Path.of("src/main/jte"), Path.of("target/dev-pages"));
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
