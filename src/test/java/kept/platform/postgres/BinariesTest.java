package kept.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
  @TempDir
  Path temporary;

  @Test
  void areUnpackedOnceByTwoProcessesThatStartTogether() throws Exception {
    var cache = temporary.resolve("cache");
    var environment = Map.of("XDG_CACHE_HOME", cache.toString());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one =
          threads.submit(() -> ChildKept.on(temporary.resolve("one"), List.of(), environment));
      var two =
          threads.submit(() -> ChildKept.on(temporary.resolve("two"), List.of(), environment));

      try (var first = one.get();
          var second = two.get()) {
        assertThat(first.said()).isEqualTo(ChildKept.READY);
        assertThat(second.said()).isEqualTo(ChildKept.READY);
      }
    }
    try (var inside = Files.list(cache.resolve("kept"))) {
      assertThat(inside.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void areUnpackedAgainWhenAFileIsMissing() throws Exception {
    var cache = temporary.resolve("cache");
    var missing =
        Binaries.unpackedInto(cache, Binaries.archive()).resolve("share/postgresql/timezone/UTC");
    Files.delete(missing);

    Binaries.unpackedInto(cache, Binaries.archive());

    assertThat(missing).exists();
  }

  @Test
  void goIntoTheDataFolderWhenThereIsNoCache() throws Exception {
    var file = Files.createFile(temporary.resolve("no-folder"));
    var data = temporary.resolve("data");
    try (var kept = ChildKept.on(data, List.of(), Map.of("XDG_CACHE_HOME", file.toString()))) {
      assertThat(kept.said()).isEqualTo(ChildKept.READY);
    }
    try (var inside = Files.list(data.resolve("postgres"))) {
      assertThat(inside.filter(path -> path.getFileName().toString().matches("postgres-\\w+")))
          .hasSize(1);
    }
  }
}
