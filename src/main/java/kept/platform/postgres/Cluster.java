package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kept.platform.DurableFile;
import kept.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's files in the data folder: `postgres/18`, with the password of its one user inside.
///
/// They are made under another name and renamed when whole, so a start that was cut short leaves
/// nothing half-made.
final class Cluster {
  static final String MAJOR = "18";
  static final String USER = "kept";

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final String PASSWORD_FILE = "kept.password";
  private static final int PASSWORD_BYTES = 24;

  private final Path home;
  private final Path files;
  private final Programs programs;
  private final ServerLog serverLog;
  private final Durability durability;

  Cluster(Path home, Programs programs, ServerLog serverLog, Durability durability) {
    this.home = home;
    this.files = home.resolve(MAJOR);
    this.programs = programs;
    this.serverLog = serverLog;
    this.durability = durability;
  }

  static Path filesIn(Path dataFolder) {
    return dataFolder.resolve("postgres").resolve(MAJOR);
  }

  static String passwordOf(Path files) {
    try {
      return Files.readString(files.resolve(PASSWORD_FILE)).strip();
    } catch (IOException e) {
      throw refusal(
          "Kept cannot read the password of its database, " + files.resolve(PASSWORD_FILE) + ".",
          e);
    }
  }

  Path files() {
    return files;
  }

  ServerLog serverLog() {
    return serverLog;
  }

  /// Makes the files when there are none: UTF-8, sorted by code point (a query that wants a
  /// person's order asks for an ICU collation), page checksums, SCRAM passwords.
  void create() {
    if (Files.exists(files.resolve("PG_VERSION"))) return;
    var unfinished = home.resolve(MAJOR + ".unfinished");
    var password = home.resolve(MAJOR + ".password");
    try {
      Folders.delete(unfinished);
      writePassword(password);
      initialise(unfinished, password);
      run(
          "postgres",
          List.of("--single", "-D", unfinished.toString(), "template1"),
          "create database kept\n");
      Files.move(password, unfinished.resolve(PASSWORD_FILE));
      DurableFile.sync(unfinished);
      Files.move(unfinished, files);
      DurableFile.sync(home);
    } catch (IOException e) {
      throw refusal(
          "PostgreSQL's files could not be made in " + files + ": " + e.getMessage() + ".", e);
    }
    log.info("postgres files={} made", files);
  }

  /// What a server of a killed Kept left: it is stopped if it still runs, and its pid file goes.
  void clearAway() {
    Postmaster.find(files).filter(Postmaster::isRunning).ifPresent(left -> {
      log.warn(
          "postgres pid={} outlived the Kept that started it and is stopped",
          left.process().pid());
      left.stop();
    });
    try {
      Files.deleteIfExists(Postmaster.fileIn(files));
    } catch (IOException e) {
      throw refusal("Kept cannot write to " + files + ".", e);
    }
  }

  Process serve(int port) {
    var arguments = new ArrayList<>(List.of("-D", files.toString()));
    for (var setting : ServerSettings.of(port, durability))
      arguments.addAll(List.of("-c", setting));
    try {
      return programs.start("postgres", arguments);
    } catch (IOException e) {
      throw refusal("PostgreSQL could not be started: " + e.getMessage() + ".", e);
    }
  }

  private void initialise(Path unfinished, Path password) throws IOException {
    var arguments =
        new ArrayList<>(List.of("-D", unfinished.toString(), "-U", USER, "--pwfile=" + password));
    arguments.addAll(List.of("--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8"));
    arguments.addAll(
        List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
    arguments.add("--lc-ctype=" + characterTypes());
    if (durability == Durability.FORGETFUL) arguments.add("--no-sync");
    run("initdb", arguments, "");
  }

  /// Trigrams ask the system what a letter is; a plain `C` would know only those of English.
  private static String characterTypes() {
    return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
  }

  private void run(String program, List<String> arguments, String input) throws IOException {
    var process = programs.start(program, arguments);
    var complaint = serverLog.follow(process);
    try (var words = process.outputWriter(UTF_8)) {
      words.write(input);
    }
    if (process.onExit().join().exitValue() != 0) throw new IOException(complaint.join());
  }

  private static void writePassword(Path file) throws IOException {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(bytes));
  }

  private static Refusal refusal(String sentence, IOException cause) {
    var refusal = new Refusal(sentence);
    refusal.initCause(cause);
    return refusal;
  }
}
