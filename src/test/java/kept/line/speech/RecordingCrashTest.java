package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a recording when its process, or its disk, is no more.
@Timeout(120)
class RecordingCrashTest {
  private @TempDir Path folder;

  @Test
  void outlivesKillMinusNine() throws Exception {
    var file = folder.resolve("call.wav");
    var child = start(file, "");
    var lines = child.inputReader();
    readUntil(lines, "said 225");

    child.destroyForcibly();
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(128 + 9);

    var ways = Ways.in(Recording.repair(file));
    assertThat(ways.heard().length / 160).isBetween(180, 300);
    for (var way : List.of(ways.heard(), ways.said())) {
      assertThat(Hearing.loudness(way, 0, 8000, 440)).isCloseTo(10000, within(150.0));
      assertThat(Hearing.pitch(way, 12_000, 28_000)).isEqualTo(440);
      assertThat(Hearing.loudness(way, 12_000, way.length, 440)).isCloseTo(10000, within(150.0));
      for (int i = 8000; i < 12_000; i++) assertThat(way[i]).isZero();
    }
    assertThat(Recording.gaps(file)).singleElement().satisfies(gap -> {
      assertThat(gap.from()).isEqualTo(8000);
      assertThat(gap.to()).isEqualTo(12_000);
      assertThat(gap.resumedAt()).isNotNull();
    });
  }

  @Test
  void aFileThatMayNotGrowEndsTheRecordingAndNotTheCall() throws Exception {
    var file = folder.resolve("call.wav");
    var child = start(file, "ulimit -f 40; ");
    var lines = child.inputReader();

    var said = readUntil(lines, "ended BROKEN");
    readUntil(lines, "said " + (25 * said.size() + 25));
    child.destroyForcibly().waitFor();

    var heard = Ways.in(file).heard();
    assertThat(heard.length).isBetween(12_000, 20_451);
    assertThat(Hearing.loudness(heard, 0, 8000, 440)).isCloseTo(10000, within(150.0));
  }

  @Test
  void repairCutsATornFrameAndMakesTheHeadTrue() throws Exception {
    var file = folder.resolve("call.wav");
    RecordingFile.create(file).close();
    Files.write(file, new byte[2 * 8000 + 1], StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Ways.in(file)).isInstanceOf(IOException.class);

    Recording.repair(file);

    assertThat(Ways.in(file).heard()).hasSize(8000);
    var once = Files.readAllBytes(file);
    Recording.repair(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void repairMakesAnEmptyRecordingOfAFileThatWasCutInItsHead() throws Exception {
    var whole = folder.resolve("call.wav");
    RecordingFile.create(whole).close();
    var head = Files.readAllBytes(whole);
    for (int length = 0; length <= head.length; length++) {
      var file = Files.write(folder.resolve(length + ".wav"), Arrays.copyOf(head, length));

      assertThat(Ways.in(Recording.repair(file)).heard()).isEmpty();
    }
  }

  @Test
  void repairLeavesOtherFilesAlone() throws Exception {
    var song = Files.write(folder.resolve("song.wav"), Wav.pcm(new short[8000]));
    var letter = Files.writeString(folder.resolve("letter.txt"), "Dear Dana, the fridge hums.");

    for (var file : List.of(song, letter)) {
      var before = Files.readAllBytes(file);
      assertThatThrownBy(() -> Recording.repair(file)).isInstanceOf(MalformedWav.class);
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
  }

  private static Process start(Path file, String before) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "bash",
            "-c",
            before + "exec \"$@\"",
            "bash",
            java,
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            RecordingChild.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> readUntil(BufferedReader lines, String wanted) throws IOException {
    var read = new ArrayList<String>();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(wanted)) return read;
      read.add(line);
    }
    throw new IOException("It never said " + wanted + ", but " + read);
  }
}
