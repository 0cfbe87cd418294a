package kept.platform.postgres;

import static kept.platform.postgres.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kept.platform.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left when Kept is killed, with a Kept in a process of its own.
class PostgresDeathsTest {
  @TempDir
  Path temporary;

  @Test
  void dieWithAKilledKeptAndKeepItsRows() throws Exception {
    var data = temporary.resolve("data");
    try (var kept = ChildKept.on(data)) {
      assertThat(kept.said()).isEqualTo(ChildKept.READY);
      ask(running(data), "create table promise as select 'Swap the cracked TV' as words");
      var server = server(data);

      kept.kill();

      Eventually.isTrue(() -> !server.isRunning());
    }
    assertThat(wordsAfterTheNextStart(data)).isEqualTo("Swap the cracked TV");
  }

  @Test
  void keepRowsWhenEverythingIsKilledAtOnce() throws Exception {
    var data = temporary.resolve("data");
    try (var kept = ChildKept.on(data)) {
      ask(running(data), "create table promise as select 'Call back by five' as words");

      server(data).process().destroyForcibly();
      kept.kill();
    }
    assertThat(wordsAfterTheNextStart(data)).isEqualTo("Call back by five");
  }

  /// As on a Mac, where nothing ties the server to Kept.
  @Test
  void leaveAServerBehindWhereTheSystemCannotTieItToUsAndTheNextStartStopsIt() throws Exception {
    var data = temporary.resolve("data");
    try (var kept =
        ChildKept.on(data, List.of(), Map.of("PATH", pathWithout("setpriv").toString()))) {
      assertThat(kept.said()).isEqualTo(ChildKept.READY);
      ask(running(data), "create table promise as select 'Order the part' as words");
      kept.kill();
    }
    var orphan = server(data);
    assertThat(orphan.isRunning()).isTrue();

    assertThat(wordsAfterTheNextStart(data)).isEqualTo("Order the part");
    assertThat(orphan.isRunning()).isFalse();
  }

  @Test
  void leaveTheServerOfAnotherFolderAlone() throws Exception {
    var data = temporary.resolve("data");
    var others = temporary.resolve("others");
    try (var folder = DataFolder.lock(data);
        var otherFolder = DataFolder.lock(others);
        var other = EmbeddedPostgres.start(otherFolder)) {
      EmbeddedPostgres.start(folder).close();
      Files.copy(
          Postmaster.fileIn(Cluster.filesIn(others)), Postmaster.fileIn(Cluster.filesIn(data)));

      assertThat(EmbeddedPostgres.findRunning(data)).isEmpty();
      try (var postgres = EmbeddedPostgres.start(folder)) {
        assertThat(ask(postgres.address(), "select 1")).isEqualTo("1");
        assertThat(ask(other.address(), "select 1")).isEqualTo("1");
      }
    }
  }

  /// Ctrl-C in a terminal goes to all of its foreground processes.
  @Test
  void doNotComeByACtrlCMeantForKept() throws Exception {
    var session = Path.of("/proc/self/stat");
    assumeThat(session).exists();
    var data = temporary.resolve("data");
    try (var kept = ChildKept.on(data)) {
      assertThat(sessionOf(server(data).process()))
          .isNotEqualTo(sessionOf(kept.process().toHandle()));
    }
  }

  private static String wordsAfterTheNextStart(Path data) throws Exception {
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder)) {
      return ask(postgres.address(), "select words from promise");
    }
  }

  private static Database.Address running(Path data) {
    return EmbeddedPostgres.findRunning(data).orElseThrow();
  }

  private static Postmaster server(Path data) {
    return Postmaster.find(Cluster.filesIn(data)).orElseThrow();
  }

  private static String sessionOf(ProcessHandle process) throws Exception {
    return Files.readString(Path.of("/proc", process.pid() + "", "stat")).split(" ", -1)[5];
  }

  /// A folder of programs like the system's, but for one.
  private Path pathWithout(String missing) throws Exception {
    var path = Files.createDirectory(temporary.resolve("bin"));
    for (var program : List.of("sh", "setsid", "unshare", "setpriv")) {
      var real = Path.of("/usr/bin", program);
      if (Files.exists(real) && !program.equals(missing))
        Files.createSymbolicLink(path.resolve(program), real);
    }
    return path;
  }
}
