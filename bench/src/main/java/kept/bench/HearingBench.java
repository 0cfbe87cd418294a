package kept.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kept.platform.Json;
import kept.promises.hearing.Asked;
import kept.promises.hearing.Heard;
import kept.promises.hearing.Hearing;
import tools.jackson.databind.JsonNode;

/// How well promises are heard in the labelled lines, and how fast. A line's part is decided by its
/// file and its id alone: the first was looked at while the word lists grew, the second after a
/// first count, the third not. Of the lines that others wrote later one half taught, and of the
/// other only the counts were seen. The `-c` files were counted before any of them was read; of the
/// `-d` files no line was read, and nothing has changed since they were counted.
final class HearingBench {
  private static final Path LINES = Path.of("src/test/resources/hearing");
  private static final List<String> FILES = List.of(
      "commitments-dev.jsonl",
      "own-lines-dev.jsonl",
      "commitments-a.jsonl",
      "own-lines-a.jsonl",
      "own-lines-b.jsonl",
      "commitments-c.jsonl",
      "own-lines-c.jsonl",
      "commitments-d.jsonl",
      "own-lines-d.jsonl");
  private static final int ROUNDS = 200;

  private HearingBench() {}

  static void run() throws Exception {
    var counts = new TreeMap<String, Count>();
    for (var name : FILES)
      for (var line : Files.readAllLines(LINES.resolve(name))) count(name, Json.read(line), counts);
    System.out.println(
        "part, stratum                        n  right false missed      P     R    F1    due");
    counts.forEach((name, count) -> System.out.println(count.row(name)));
    time();
  }

  private static final class Count {
    int lines;
    int right;
    int falsely;
    int missed;
    int dated;
    int onTime;

    String row(String name) {
      var precision = right + falsely == 0 ? 1 : (double) right / (right + falsely);
      var recall = right + missed == 0 ? 1 : (double) right / (right + missed);
      var f1 = 2.0 * right / Math.max(1, 2 * right + falsely + missed);
      var due = dated == 0 ? "" : "%d/%d".formatted(onTime, dated);
      return String.format(
          Locale.ROOT,
          "%-33s %4d %6d %5d %6d  %.3f %.3f %.3f %7s",
          name,
          lines,
          right,
          falsely,
          missed,
          precision,
          recall,
          f1,
          due);
    }
  }

  private static void count(String name, JsonNode line, Map<String, Count> counts)
      throws Exception {
    if (line.get("borderline").asBoolean()) return;
    var heard = heard(line);
    var stratum = line.has("stratum") ? line.get("stratum").stringValue() : "own lines";
    var part = name.contains("dev") ? part(line, stratum) : half(name, line);
    for (var row : List.of(part + ", " + stratum, part)) {
      var count = counts.computeIfAbsent(row, _ -> new Count());
      var promise = line.get("promise").asBoolean();
      count.lines++;
      if (promise && !heard.isEmpty()) count.right++;
      if (promise && heard.isEmpty()) count.missed++;
      if (!promise && !heard.isEmpty()) count.falsely++;
      if (!promise || !line.has("due_latest") || heard.isEmpty()) continue;
      count.dated++;
      if (isOnTime(line, heard)) count.onTime++;
    }
  }

  private static boolean isOnTime(JsonNode line, List<Heard> heard) {
    var earliest = line.get("due_earliest");
    if (earliest.isNull()) return heard.stream().allMatch(promise -> promise.dueLatest() == null);
    return heard.stream().anyMatch(promise -> {
      var latest = String.valueOf(promise.dueLatest());
      return latest.compareTo(earliest.stringValue()) >= 0
          && latest.compareTo(line.get("due_latest").stringValue()) <= 0;
    });
  }

  private static List<Heard> heard(JsonNode line) {
    var previous = line.has("previous") ? line.get("previous") : line.get("previous_turn");
    var asked = new Asked(
        line.get("text").stringValue(),
        text(previous),
        text(line.get("at")),
        text(line.get("zone")),
        text(line.get("hours")));
    return Hearing.english().hear(asked.said());
  }

  private static String text(JsonNode node) {
    return node == null || node.isNull() ? null : node.stringValue();
  }

  private static String half(String name, JsonNode line) throws Exception {
    var even = (hash(line) & 1) == 0;
    if (name.contains("-d.")) return "8 blind, never read";
    if (name.contains("-c.")) return even ? "6 blind, read later" : "7 blind, only counted";
    return even ? "4 others', tuned on" : "5 others', only counted";
  }

  private static byte hash(JsonNode line) throws Exception {
    var id = line.get("id").stringValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return MessageDigest.getInstance("SHA-256").digest(id)[0];
  }

  private static String part(JsonNode line, String stratum) throws Exception {
    var hash = hash(line);
    if ((hash & 1) == 0) return "1 tuned on";
    var own = stratum.equals("own lines");
    if ((hash & 2) == 0 || (own && (hash & 4) == 0)) return "2 looked at later";
    return "3 not tuned on";
  }

  /// Long letters made of the lines, heard over and over.
  private static void time() throws IOException {
    var letters = new ArrayList<String>();
    var words = new StringBuilder();
    for (var line : Files.readAllLines(LINES.resolve("commitments-dev.jsonl"))) {
      words.append(Json.read(line).get("text").stringValue()).append("\n\n");
      if (words.length() < 2_000) continue;
      letters.add(words.toString());
      words.setLength(0);
    }
    for (int round = 0; round < ROUNDS / 4; round++) letters.forEach(HearingBench::hear);
    var threads = ManagementFactory.getThreadMXBean();
    var since = System.nanoTime();
    var worked = threads.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) letters.forEach(HearingBench::hear);
    var heard = 1e6 * ROUNDS * letters.size();
    System.out.printf(
        Locale.ROOT,
        "a mail of 2,000 letters or more   %.2f ms by the clock, %.2f ms of work%n",
        (System.nanoTime() - since) / heard,
        (threads.getCurrentThreadCpuTime() - worked) / heard);
  }

  private static void hear(String words) {
    Hearing.english().hear(new Asked(words, null, "2026-03-04T15:10", null, null).said());
  }
}
