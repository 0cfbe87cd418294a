package kept.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir
  Path temporary;

  @Test
  void isMadeForUsAlone() throws Exception {
    var path = temporary.resolve("shops/marlow");

    try (var folder = DataFolder.lock(path)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
      assertThat(Files.readString(path.resolve("kept.lock")).strip())
          .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isNotGivenTwice() {
    try (var _ = DataFolder.lock(temporary)) {
      assertThatThrownBy(() -> DataFolder.lock(temporary.resolve(".")))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("Another Kept is already running on this folder: ");
    }
    DataFolder.lock(temporary).close();
  }

  @Test
  void isNotGivenToAnotherProcess() throws Exception {
    try (var _ = DataFolder.lock(temporary);
        var other = ChildKept.on(temporary)) {
      assertThat(other.said())
          .isEqualTo("Another Kept is already running on this folder: " + temporary.toRealPath()
              + " (process " + ProcessHandle.current().pid() + ").");
    }
  }

  @Test
  void saysWhereItIsServedOnlyWhileItIs() throws Exception {
    try (var folder = DataFolder.lock(temporary)) {
      folder.serves("http://localhost:8099");

      assertThat(DataFolder.urlOn(temporary)).contains("http://localhost:8099");
    }
    assertThat(DataFolder.urlOn(temporary)).isEmpty();

    Files.writeString(temporary.resolve("kept.lock"), "1\nurl=http://localhost:8099\n");
    assertThat(DataFolder.urlOn(temporary)).isEmpty();
  }

  @Test
  void saysWhenItCannotBeUsed() throws Exception {
    var file = Files.createFile(temporary.resolve("a-file"));

    assertThatThrownBy(() -> DataFolder.lock(file))
        .isInstanceOf(Refusal.class)
        .hasMessage("Kept cannot use the folder " + file
            + " for its data: a file of that name is in the way. Let KEPT_DATA name another.");
  }
}
