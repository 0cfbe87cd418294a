package kept.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kept.platform.Database;
import kept.platform.Json;
import kept.platform.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;

/// The ten questions that cost a full shop's database most while its pages are asked for, and how
/// it answers them: PostgreSQL's `auto_explain` with the rows that each step really gave.
final class Plans {
  private static final int MOST = 10;
  private static final int TIMES = 2;
  /// An entry of the log: its lines but the first begin with a tab.
  private static final Pattern ENTRY =
      Pattern.compile("duration: ([0-9.]+) ms  plan:\\n((?:\\t.*\\n)+)");

  private final Map<String, Question> questions = new HashMap<>();

  private Plans() {}

  /// Asks each path a few times, of a Kept that was started for that.
  static void print(Path data, String token, Iterable<String> paths) throws Exception {
    try (var kept = RunningKept.start(data)) {
      explain(data);
    }
    try (var kept = RunningKept.start(data)) {
      for (var path : paths) SizeBench.ask(kept, token, path, TIMES);
    }
    var plans = new Plans();
    plans.read(data.resolve("logs"));
    plans.print();
  }

  private static void explain(Path data) {
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      database.useTransaction(tx -> {
        var name =
            tx.createQuery("select current_database()").mapTo(String.class).one();
        for (var setting : List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_format = 'json'"))
          tx.execute("alter database \"" + name + "\" set " + setting);
      });
    }
  }

  private static final class Question {
    private final String words;
    private final String plan;
    private int count;
    private double millis;

    private Question(String words, String plan) {
      this.words = words;
      this.plan = plan;
    }
  }

  /// The log goes on in a new file where the old one is full, also within an entry.
  private void read(Path folder) throws IOException {
    var log = new StringBuilder();
    for (var name : List.of("postgres.log.2", "postgres.log.1", "postgres.log")) {
      var file = folder.resolve(name);
      if (Files.exists(file)) log.append(Files.readString(file));
    }
    var entries = ENTRY.matcher(log);
    while (entries.find()) {
      var entry = Json.read(entries.group(2));
      var words = entry.get("Query Text").asString().replaceAll("\\s+", " ").strip();
      var question =
          questions.computeIfAbsent(words, each -> new Question(each, steps(entry.get("Plan"))));
      question.count++;
      question.millis += Double.parseDouble(entries.group(1));
    }
  }

  private void print() {
    System.out.println(
        "\n| question | times | ms each | how it is answered |\n| --- | --- | --- | --- |");
    questions.values().stream()
        .sorted(Comparator.comparingDouble((Question each) -> -each.millis))
        .limit(MOST)
        .forEach(each -> System.out.printf(
            Locale.ROOT,
            "| `%s` | %d | %.2f | %s |%n",
            each.words.substring(0, Math.min(each.words.length(), 110)).replace("|", "\\|"),
            each.count,
            each.millis / each.count,
            each.plan));
  }

  /// The steps that touched a table, with the index and the rows they gave.
  private static String steps(JsonNode plan) {
    var steps = new ArrayList<String>();
    collect(plan, steps);
    return String.join(", ", steps);
  }

  private static void collect(JsonNode plan, List<String> steps) {
    var table = plan.get("Relation Name");
    var index = plan.get("Index Name");
    if ((table != null || index != null) && plan.get("Actual Loops").asLong() > 0) {
      var where = index == null ? table.asString() + ", whole" : index.asString();
      var rows = plan.get("Actual Rows").asDouble() * plan.get("Actual Loops").asDouble();
      steps.add(where + " " + Math.round(rows));
    }
    var below = plan.get("Plans");
    if (below != null) below.forEach(each -> collect(each, steps));
  }
}
