package kept.platform.postgres;

import static kept.platform.postgres.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import kept.platform.Database;
import kept.platform.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir
  Path data;

  @Test
  void aWarmStartHasWhatTheFirstOneStored() throws Exception {
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder)) {
      ask(postgres.address(), "create table promise as select 'Swap the cracked TV' as words");
    }

    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(ask(postgres.address(), "select words from promise"))
          .isEqualTo("Swap the cracked TV");
      assertThat(EmbeddedPostgres.findRunning(data)).contains(postgres.address());
    }
    assertThat(EmbeddedPostgres.findRunning(data)).isEmpty();
  }

  @Test
  void isSafeAndPrivate() throws Exception {
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder)) {
      var address = postgres.address();

      assertThat(ask(address, "show server_version")).startsWith(Cluster.MAJOR + ".");
      assertThat(ask(address, "show fsync")).isEqualTo("on");
      assertThat(ask(address, "show data_checksums")).isEqualTo("on");
      assertThat(ask(address, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(address, "show unix_socket_directories")).isEmpty();
      assertThat(
              ask(address, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThatThrownBy(
              () -> ask(new Database.Address(address.url(), address.user(), "guess"), "select 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(address.toString()).doesNotContain(address.password());
      assertThat(PosixFilePermissions.toString(
              Files.getPosixFilePermissions(data.resolve("postgres/18/kept.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void knowsTheLettersAndTheOrderOfOtherLanguages() throws Exception {
    var database = TestPostgres.newDatabase();

    assertThat(ask(database, "select upper('tomás müller')")).isEqualTo("TOMÁS MÜLLER");
    assertThat(ask(database, "select show_trgm('é')")).isNotEqualTo("{}");
    assertThat(ask(database, "select 'Ähre' < 'Zoe' collate \"und-x-icu\"")).isEqualTo("t");
  }

  @Test
  void comesBackOnTheSamePortWhenItDiesAlone() throws Exception {
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder)) {
      ask(postgres.address(), "create table promise as select 'Call back by five' as words");
      var killed = server();

      killed.destroyForcibly();

      Eventually.isTrue(() -> EmbeddedPostgres.findRunning(data).isPresent()
          && Postmaster.find(Cluster.filesIn(data))
              .filter(another -> !another.process().equals(killed))
              .isPresent());
      assertThat(ask(postgres.address(), "select words from promise"))
          .isEqualTo("Call back by five");
    }
  }

  @Test
  void startsInSpiteOfAPidFileThatIsNoLongerTrue() throws Exception {
    var cutShort = "";
    var nowSomeoneElse =
        ProcessHandle.current().pid() + "\n" + Cluster.filesIn(data) + "\n1795303752\n28123\n";
    try (var folder = DataFolder.lock(data)) {
      EmbeddedPostgres.start(folder).close();

      for (var untrue : List.of(cutShort, nowSomeoneElse)) {
        Files.writeString(Postmaster.fileIn(Cluster.filesIn(data)), untrue);
        try (var postgres = EmbeddedPostgres.start(folder)) {
          assertThat(ask(postgres.address(), "select 1")).isEqualTo("1");
        }
      }
    }
  }

  private ProcessHandle server() {
    return Postmaster.find(Cluster.filesIn(data)).orElseThrow().process();
  }
}
