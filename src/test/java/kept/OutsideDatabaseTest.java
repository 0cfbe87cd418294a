package kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kept.conversations.Which;
import kept.journeys.SmtpClient;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.TestPostgres;
import kept.platform.http.Pages;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `KEPT_DATABASE_URL`: Kept on a PostgreSQL that was there before it and stays after it.
class OutsideDatabaseTest {
  private static final String PASSWORD = "c&racked: t/v@100%?";

  @TempDir
  Path folder;

  private final String where = newDatabase();

  @BeforeAll
  static void theShopsOwnUser() {
    TestPostgres.order("create role marlow login password '" + PASSWORD + "'");
  }

  @Test
  void bothFormsOfTheUrlLeadToTheSameShop() throws Exception {
    var data = folder.resolve("data");
    try (var first = new Running(config(data, plain()))) {
      write(first.kept.smtpPort(), "Cracked TV");
      Eventually.isTrue(() -> first.matters().contains("Cracked TV"));
    }

    try (var again = new Running(config(data, jdbc()))) {
      assertThat(DataFolder.urlOn(data)).contains(again.kept.url());
      assertThat(again.matters()).containsExactly("Cracked TV");
    }
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @Test
  void twoOfThemAreOneShop() throws Exception {
    try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
      var here = starting.submit(starting("here"));
      var there = starting.submit(starting("there"));
      try (var one = here.get();
          var other = there.get()) {
        write(one.kept.smtpPort(), "Cracked TV");
        write(other.kept.smtpPort(), "Fridge hums");

        Eventually.isTrue(() -> one.matters().size() == 2);
        assertThat(other.matters()).containsExactlyInAnyOrder("Cracked TV", "Fridge hums");
        assertThat(blobsReadBy(one)).isEqualTo(2).isEqualTo(blobsReadBy(other));
        assertThat(one.house.rooms().secrets.hash("a token"))
            .isEqualTo(other.house.rooms().secrets.hash("a token"));
      }
    }
  }

  @Test
  void anotherKeyOrOtherFilesAreRefused() throws IOException {
    new Running(shared("here")).close();

    var otherKey = settings("there", plain());
    otherKey.put("KEPT_FILES", folder.resolve("files").toString());
    assertThatThrownBy(() -> House.open(Config.read(otherKey), new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The secret key is not the one of this database.");

    var otherFiles = settings("there", plain());
    otherFiles.put("KEPT_SECRET_KEY", folder.resolve("secret.key").toString());
    assertThatThrownBy(() -> House.open(Config.read(otherFiles), new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("There is no folder " + folder.resolve("there/files"))
        .hasMessageContaining("KEPT_FILES");
    Files.createDirectory(folder.resolve("there/files"));
    assertThatThrownBy(() -> House.open(Config.read(otherFiles), new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The files in " + folder.resolve("there/files") + " are not those");
    assertThat(toDo(Config.read(otherFiles))).singleElement().asString().contains("KEPT_FILES");
    assertThat(toDo(shared("here"))).isEmpty();
  }

  @Test
  void aFreshDatabaseDoesNotTakeTheFilesOfAnother() throws Exception {
    var data = folder.resolve("data");
    try (var first = new Running(config(data, plain()))) {
      first.house.rooms().blobs.store("a crack in the corner".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> House.open(
            config(data, "postgresql://marlow:" + encoded() + "@" + newDatabase()),
            new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("belong to another database");
  }

  @Test
  void aStartThatCannotBeEndsWithOneSentence() throws Exception {
    var kept = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "kept.Kept",
        "start");
    kept.environment().put("KEPT_DATA", folder.resolve("data").toString());
    kept.environment().put("KEPT_DATABASE_URL", "postgresql://marlow:hush-hush@" + where);

    var process = kept.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(said.lines())
        .containsExactly("The database " + where + " does not let us in as \"marlow\". Look at the"
            + " user and the password in KEPT_DATABASE_URL.");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aCommandBeforeTheFirstStartLeavesNothingBehind() {
    var data = folder.resolve("data");

    for (var config : List.of(config(data, plain()), Config.read(settings("data", "")))) {
      assertThatThrownBy(() -> Keys.token(config, List.of("token", "bookkeeping")))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("./kept start");
    }
    assertThat(data).doesNotExist();
  }

  private Callable<Running> starting(String name) {
    return () -> new Running(shared(name));
  }

  private Config shared(String name) {
    var settings = settings(name, plain());
    settings.put("KEPT_FILES", folder.resolve("files").toString());
    settings.put("KEPT_SECRET_KEY", folder.resolve("secret.key").toString());
    return Config.read(settings);
  }

  private Config config(Path data, String url) {
    return Config.read(settings(data.getFileName().toString(), url));
  }

  private HashMap<String, String> settings(String name, String url) {
    return new HashMap<>(Map.of(
        "KEPT_DATA", folder.resolve(name).toString(),
        "KEPT_DATABASE_URL", url,
        "KEPT_BIND", "127.0.0.1",
        "KEPT_HTTP_PORT", "0",
        "KEPT_SMTP_PORT", "0",
        "KEPT_SIP_PORT", "0"));
  }

  private String plain() {
    return "postgresql://marlow:" + encoded() + "@" + where;
  }

  private String jdbc() {
    return "jdbc:postgresql://" + where + "?user=marlow&password=" + encoded();
  }

  private static String encoded() {
    return URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String newDatabase() {
    var address = TestPostgres.newEmptyDatabase();
    var where = address.url().replaceAll("^jdbc:postgresql://|\\?.*", "");
    TestPostgres.order(
        "alter database " + where.substring(where.indexOf('/') + 1) + " owner to marlow");
    return where;
  }

  private static List<String> toDo(Config config) {
    return new Doctor(config, new KeptClock())
        .findings().stream()
            .filter(Finding.ToDo.class::isInstance)
            .map(Finding::words)
            .toList();
  }

  private static long blobsReadBy(Running running) {
    var rooms = running.house.rooms();
    return rooms
        .database
        .read(tx -> tx.createQuery("select hash from blob").mapTo(String.class).list())
        .stream()
        .filter(hash -> rooms.blobs.read(hash).length > 0)
        .count();
  }

  private static void write(int port, String subject) throws IOException {
    var letter = "From: Chuck <chuck@example.com>\nTo: hello@marlow.example.com\nSubject: "
        + subject + "\n\nIt is about this: " + subject + ".\n";
    try (var client = new SmtpClient(port)) {
      assertThat(client.send("chuck@example.com", "hello@marlow.example.com", letter))
          .isTrue();
    }
  }

  /// All of Kept, as `./kept start` opens it.
  private static final class Running implements AutoCloseable {
    final House house;
    final Kept kept;

    Running(Config config) {
      house = House.open(config, new KeptClock());
      kept = house.start(Pages.built(), Extras.NONE);
    }

    List<String> matters() {
      return house.rooms().conversations.list(new Which(null, null, null, null), null, 9).stream()
          .map(found -> found.conversation().matter())
          .toList();
    }

    @Override
    public void close() {
      kept.close();
      house.close();
    }
  }
}
