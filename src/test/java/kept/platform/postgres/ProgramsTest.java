package kept.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts under the users that PostgreSQL does not like, made with Linux's user namespaces.
class ProgramsTest {
  @TempDir
  Path data;

  @Test
  void runForRoot() throws Exception {
    assertThat(saidBehind("unshare", "--map-root-user")).isEqualTo(ChildKept.READY);
  }

  @Test
  void runForAUserWithoutAName() throws Exception {
    assertThat(saidBehind("unshare", "--map-user=4242", "--map-group=4242"))
        .isEqualTo(ChildKept.READY);
  }

  @Test
  void saySoWhenRootMayNotStepDown() throws Exception {
    var forbid = "echo 0 >/proc/sys/user/max_user_namespaces; exec \"$@\"";

    assertThat(saidBehind("unshare", "--map-root-user", "sh", "-c", forbid, "sh"))
        .isEqualTo(
            "PostgreSQL does not run as root, and this system forbids the user namespace that would help:"
                + " run Kept as an ordinary user, or set KEPT_DATABASE_URL to a PostgreSQL of your own.");
  }

  private String saidBehind(String... before) throws Exception {
    assumeThat(worksHere("unshare", "--map-root-user", "true")).isTrue();
    try (var kept = ChildKept.on(data, List.of(before), Map.of())) {
      return kept.said();
    }
  }

  private static boolean worksHere(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
