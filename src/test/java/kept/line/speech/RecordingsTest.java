package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  private static final long ALL_BUT_NOTHING = Long.MAX_VALUE;

  private @TempDir Path folder;

  @Test
  void manyAreWrittenByOneThreadAndEachHasItsOwnTone() throws IOException {
    try (var recordings = new Recordings(InstantSource.system(), 0)) {
      var all = new ArrayList<Recording>();
      for (int i = 0; i < 50; i++)
        all.add(recordings.start(folder.resolve(i + ".wav"), ending -> {}));

      for (int i = 0; i < 50; i++)
        for (var talk : Talk.tone(300 + 20 * i, Law.PCMU, 0, 2000)) talk.saidTo(all.get(i));
      all.forEach(Recording::close);

      for (int i = 0; i < 50; i++) {
        var said = Ways.in(folder.resolve(i + ".wav")).said();
        assertThat(said.length).isEqualTo(16_000);
        assertThat(Hearing.loudness(said, 300 + 20 * i)).isCloseTo(10000, within(150.0));
        assertThat(all.get(i).lost()).isZero();
      }
    }
  }

  @Test
  void manyThreadsMayPutIntoOneRecordingAndNothingIsMixedUp() throws Exception {
    var file = folder.resolve("call.wav");
    try (var recordings = new Recordings(InstantSource.system(), 0);
        var recording = recordings.start(file, ending -> {})) {
      var heard = Talk.tone(440, Law.PCMU, 0, 1600);
      var said = Talk.tone(1000, Law.PCMA, 0, 1600);

      var threads = List.of(
          Thread.startVirtualThread(() -> heard.forEach(talk -> talk.heardBy(recording))),
          Thread.startVirtualThread(() -> half(said, 0, recording)),
          Thread.startVirtualThread(() -> half(said, 1, recording)));
      for (var thread : threads) thread.join();
    }

    var ways = Ways.in(file);
    assertThat(Hearing.loudness(ways.heard(), 440)).isCloseTo(10000, within(100.0));
    assertThat(Hearing.loudness(ways.said(), 1000)).isCloseTo(10000, within(100.0));
  }

  @Test
  void aMediaThreadAllocatesNothingForAPacket() throws IOException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var payload = new byte[160];
    try (var recordings = new Recordings(InstantSource.system(), 0);
        var recording = recordings.start(folder.resolve("call.wav"), ending -> {})) {
      for (int i = 0; i < 500; i++) recording.heard(i * 160L, Law.PCMU, payload, 0, 160);

      long before = threads.getCurrentThreadAllocatedBytes();
      long asked = threads.getCurrentThreadAllocatedBytes() - before;
      for (int i = 500; i < 3000; i++) recording.heard(i * 160L, Law.PCMU, payload, 0, 160);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before - asked;

      assertThat(allocated).isLessThan(2500);
    }
  }

  @Test
  void aRingThatIsFullDropsAndCounts() throws IOException {
    var recording = new Recording(folder.resolve("call.wav"), InstantSource.system(), 0, e -> {});
    var payload = new byte[160];

    for (int i = 0; i < PacketRing.SLOTS + 7; i++)
      recording.heard(i * 160L, Law.PCMU, payload, 0, 160);

    assertThat(recording.lost()).isEqualTo(7);
  }

  @Test
  void endsWithAReasonWhenTheDiskIsNearlyFull() throws Exception {
    var file = folder.resolve("call.wav");
    var ended = new CompletableFuture<Ending>();
    try (var recordings = new Recordings(InstantSource.system(), ALL_BUT_NOTHING)) {
      var recording = recordings.start(file, ended::complete);

      assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(Ending.NO_ROOM);

      Talk.tone(440, Law.PCMU, 0, 1000).forEach(talk -> talk.heardBy(recording));
      recording.close();
      assertThat(recording.ending()).isEqualTo(Ending.NO_ROOM);
      assertThat(Ways.in(file).heard()).isEmpty();
    }
  }

  @Test
  void whatIsThereIsNeverWrittenOver() throws IOException {
    var file = Files.writeString(folder.resolve("call.wav"), "something else");
    try (var recordings = new Recordings(InstantSource.system(), 0)) {
      assertThatThrownBy(() -> recordings.start(file, ending -> {}))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThat(recordings.running()).isZero();
    }
    assertThat(file).hasContent("something else");
  }

  @Test
  void onlyItsOwnerReadsARecordingAndItsLog() throws IOException {
    var file = folder.resolve("call.wav");
    try (var recordings = new Recordings(InstantSource.system(), 0);
        var recording = recordings.start(file, ending -> {})) {
      recording.pause("Priya");
    }

    for (var path : List.of(file, GapLog.of(file)))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
  }

  @Test
  void closingAllClosesEach() throws IOException {
    var recordings = new Recordings(InstantSource.system(), 0);
    var ended = new ArrayList<Ending>();
    recordings.start(folder.resolve("1.wav"), ended::add);
    recordings.start(folder.resolve("2.wav"), ended::add);

    recordings.close();
    recordings.close();

    assertThat(ended).containsExactly(Ending.ASKED, Ending.ASKED);
    assertThatThrownBy(() -> recordings.start(folder.resolve("3.wav"), ended::add))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void half(List<Talk> talk, int parity, Recording recording) {
    for (int i = parity; i < talk.size(); i += 2) talk.get(i).saidTo(recording);
  }
}
