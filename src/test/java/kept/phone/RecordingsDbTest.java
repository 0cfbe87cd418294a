package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kept.TestShop;
import kept.customers.VerificationLevel;
import kept.line.speech.Wav;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was recorded, from its last word to its deletion.
class RecordingsDbTest {
  private final TestShop shop = new TestShop();
  private final Recordings recordings = shop.rooms.recordings;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itsSoundIsDrawnOnceItIsWrittenToItsEnd() throws IOException {
    var call = voicemail(true);

    recordings.settle();
    assertThat(now(call).tape().wave()).isNull();
    recordings.settle();

    var bars = now(call).tape().wave().bars();
    assertThat(bars).hasSize(60).allMatch(bar -> bar >= 0 && bar <= 100);
    assertThat(bars.getFirst()).isLessThan(20);
    assertThat(bars.getLast()).isGreaterThan(60);
  }

  /// The head is written once a second: without this the last words would never be heard.
  @Test
  void oneThatWeDiedInIsHeardToItsLastWord() throws IOException {
    var call = voicemail(true);

    recordings.settle();
    recordings.settle();

    var whole = ByteBuffer.wrap(Files.readAllBytes(file(call))).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(whole.getInt(54)).as("bytes of sound").isEqualTo(2 * 16_000);
  }

  @Test
  void oneThatCouldNotBeWrittenIsSaidToBeLost() throws IOException {
    var call = voicemail(false);

    recordings.settle();

    assertThat(now(call).recording()).isNull();
    assertThat(now(call).tape().lostAt()).isEqualTo(shop.clock.instant());
  }

  @Test
  void itGoesWhenItsTimeIsOver() throws IOException {
    var call = voicemail(true);
    shop.clock.advance(Duration.ofDays(89));
    assertThat(recordings.forgetOld()).isZero();
    shop.clock.advance(Duration.ofDays(2));

    assertThat(recordings.forgetOld()).isEqualTo(1);

    assertThat(now(call).recording()).isNull();
    assertThat(file(call)).doesNotExist();
    assertThat(shop.rooms.events.about(call.id().value()))
        .anyMatch(event -> event.kind().equals("call_forgotten"));
  }

  @Test
  void whatIsKeptForEverStays() throws IOException {
    var call = voicemail(true);
    recordings.keep(shop.dana, Keeping.FOR_EVER);
    shop.clock.advance(Duration.ofDays(4_000));

    assertThat(recordings.forgetOld()).isZero();
    assertThat(file(call)).exists();
    assertThat(recordings.kept()).isEqualTo(Keeping.FOR_EVER);
  }

  @Test
  void onlyTheOwnerAndWhoeverKeepsWhatCameOfItDeleteIt() throws IOException {
    var call = now(voicemail(true));
    var keeper = shop.rooms.promises.get(call.promise()).keeper();
    var other = keeper.equals(shop.priya) ? shop.edie : shop.priya;

    assertThatThrownBy(() -> recordings.forget(shop.rooms.team.get(other), call))
        .isInstanceOf(Refusal.class);
    assertThat(recordings.mayForget(shop.rooms.team.get(keeper), call)).isTrue();
    recordings.forget(shop.rooms.team.get(shop.dana), call);

    assertThat(now(call).recording()).isNull();
    assertThat(file(call)).doesNotExist();
  }

  private PhoneCall voicemail(boolean written) throws IOException {
    var calls = shop.rooms.calls;
    var call = calls.callers().arrive(null, "+14155550142", "", VerificationLevel.RECOGNISED);
    calls.recorded(call.id(), call.id() + ".wav");
    if (written) {
      Files.createDirectories(file(call).getParent());
      Files.write(file(call), growingLouder());
    }
    calls.end(call.id(), Outcome.VOICEMAIL);
    return call;
  }

  /// As a death leaves it: a head that tells of no sound yet, then mu-law of both ways.
  private static byte[] growingLouder() {
    var samples = new short[16_000];
    for (int i = 0; i < samples.length; i++)
      samples[i] = (short) (Math.sin(i / 3.0) * 20_000 * i / samples.length);
    var mono = Wav.ulaw(samples);
    var file = new byte[58 + 2 * samples.length];
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(16, 18)
        .putShort(20, (short) 7)
        .putShort(22, (short) 2);
    for (int i = 0; i < samples.length; i++) file[58 + 2 * i] = file[59 + 2 * i] = mono[44 + i];
    return file;
  }

  private PhoneCall now(PhoneCall call) {
    return shop.rooms.calls.get(call.id());
  }

  private Path file(PhoneCall call) {
    return shop.folder.resolve("recordings").resolve(call.id() + ".wav");
  }
}
