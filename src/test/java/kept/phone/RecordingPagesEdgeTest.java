package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kept.TestKept;
import kept.customers.VerificationLevel;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A voicemail on the timeline: heard, deleted, or lost.
class RecordingPagesEdgeTest {
  private final TestKept kept = new TestKept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whoHearsItIsWrittenDown() throws IOException {
    var call = voicemail(true);

    var heard = kept.as(kept.shop.edie).get("/calls/" + call.id() + "/recording");

    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(heard.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(kept.rooms.events.about(call.id().value()))
        .anyMatch(event ->
            event.kind().equals("call_heard") && kept.shop.edie.value().equals(event.actor()));
  }

  @Test
  void itIsDeletedByThoseWhoMayAndNobodyElse() throws IOException {
    var call = voicemail(true);
    var keeper = kept.rooms.promises.get(call.promise()).keeper();
    var other = keeper.equals(kept.shop.priya) ? kept.shop.edie : kept.shop.priya;
    assertThat(timeline(other, call)).contains("<audio").doesNotContain("/recording/removal");
    assertThat(delete(other, call)).isEqualTo(422);
    assertThat(timeline(keeper, call)).contains("/recording/removal");

    assertThat(delete(keeper, call)).isEqualTo(303);

    assertThat(timeline(keeper, call)).contains("rang and left a message").doesNotContain("<audio");
    assertThat(kept.as(keeper).get("/calls/" + call.id() + "/recording").statusCode())
        .isEqualTo(404);
    assertThat(kept.rooms.events.about(call.id().value()))
        .anyMatch(
            event -> event.kind().equals("call_forgotten") && keeper.value().equals(event.actor()));
  }

  @Test
  void itsSoundIsDrawn() throws IOException {
    var call = voicemail(true);
    kept.rooms.recordings.settle();
    kept.rooms.recordings.settle();

    assertThat(timeline(kept.shop.priya, call).split("<rect", -1)).hasSizeGreaterThan(60);
  }

  @Test
  void oneThatCouldNotBeWrittenSaysSo() throws IOException {
    var call = voicemail(false);

    kept.rooms.recordings.settle();

    assertThat(timeline(kept.shop.priya, call))
        .contains("rang and left a message that could not be kept")
        .doesNotContain("<audio");
  }

  private String timeline(AgentId reader, PhoneCall call) {
    return kept.as(reader).get("/c/" + call.conversation()).body();
  }

  private int delete(AgentId by, PhoneCall call) {
    return kept.as(by).post("/calls/" + call.id() + "/recording/removal").statusCode();
  }

  private PhoneCall voicemail(boolean written) throws IOException {
    var calls = kept.rooms.calls;
    var call = calls.callers().arrive(null, "+14155550142", "", VerificationLevel.RECOGNISED);
    calls.recorded(call.id(), call.id() + ".wav");
    if (written) {
      var folder = Files.createDirectories(kept.shop.folder.resolve("recordings"));
      Files.write(folder.resolve(Path.of(call.id() + ".wav")), new byte[4_000]);
    }
    calls.end(call.id(), Outcome.VOICEMAIL);
    return calls.get(call.id());
  }
}
