package kept.promises.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import kept.platform.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Floors under what `./kept bench hearing` measures: nothing may fall through unseen.
class HearingFloorTest {
  private static final double F1 = 0.96;
  private static final double DUE = 0.94;

  private int heard;
  private int right;
  private int promised;
  private int dated;
  private int onTime;

  @Test
  void hearsOurOwnLines() throws IOException {
    for (var line : Lines.of("lines.txt")) {
      var parts = line.split("\\|");
      var previous = parts.length > 4 ? parts[4] : null;
      var answer =
          Hearing.english().hear(new Said(parts[2], previous, Lines.WEDNESDAY, Lines.HOURS));
      count(parts[0].equals("P"), !answer.isEmpty());
      if (parts[0].equals("P") && !answer.isEmpty()) time(answer, parts[3]);
    }

    assertThat(f1()).isGreaterThan(F1);
    assertThat((double) onTime / dated).isGreaterThan(DUE);
  }

  @Test
  void hearsTheLabelledUtterances() throws IOException {
    for (var name : new String[] {"commitments-dev.jsonl", "own-lines-dev.jsonl"}) {
      for (var line : Lines.of(name)) {
        var fields = Json.read(line);
        if (fields.get("borderline").asBoolean()) continue;
        var answer = Hearing.english()
            .hear(new Said(fields.get("text").stringValue(), null, Lines.WEDNESDAY, Lines.HOURS));
        count(fields.get("promise").asBoolean(), !answer.isEmpty());
      }
    }

    assertThat(f1()).isGreaterThan(0.94);
  }

  @Test
  void hearsWhatOthersWrote() throws IOException {
    for (var name : List.of(
        "commitments-a.jsonl",
        "own-lines-a.jsonl",
        "own-lines-b.jsonl",
        "commitments-c.jsonl",
        "own-lines-c.jsonl")) {
      for (var line : Lines.of(name)) {
        var fields = Json.read(line);
        if (fields.get("borderline").asBoolean()) continue;
        var answer = Hearing.english().hear(asked(fields).said());
        count(fields.get("promise").asBoolean(), !answer.isEmpty());
      }
    }

    assertThat(f1()).isGreaterThan(0.94);
    assertThat((double) right / heard).isGreaterThan(0.95);
  }

  @Test
  void readsWhen() throws IOException {
    for (var line : Lines.of("dues.txt")) {
      var parts = line.split("\\|");
      time(Lines.heard("I'll send it over to you " + parts[0] + "."), parts[1]);
    }

    assertThat((double) onTime / dated).isGreaterThan(DUE);
  }

  private static Asked asked(JsonNode line) {
    var previous = line.has("previous") ? line.get("previous") : line.get("previous_turn");
    return new Asked(
        line.get("text").stringValue(),
        text(previous),
        text(line.get("at")),
        text(line.get("zone")),
        text(line.get("hours")));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.stringValue();
  }

  private void count(boolean promise, boolean said) {
    if (promise) promised++;
    if (said) heard++;
    if (promise && said) right++;
  }

  private double f1() {
    return 2.0 * right / (promised + heard);
  }

  private void time(List<Heard> heard, String window) {
    dated++;
    if (heard.stream().anyMatch(promise -> isIn(window, promise.dueLatest()))) onTime++;
  }

  private static boolean isIn(String window, @Nullable LocalDateTime latest) {
    if (window.equals("-") || latest == null) return window.equals("-") && latest == null;
    var ends = window.split(" ");
    return !latest.isBefore(LocalDateTime.parse("2026-" + ends[0]))
        && !latest.isAfter(LocalDateTime.parse("2026-" + ends[1]));
  }
}
