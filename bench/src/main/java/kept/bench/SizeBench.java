package kept.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kept.Config;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;

/// What a page, a letter and a start cost in a full shop, and how that grows when the shop is twice
/// as full: server time (p50, p99), CPU and memory of Kept and its PostgreSQL together.
final class SizeBench {
  private static final int WARM = 1_500;
  private static final int COUNTED = 600;

  private SizeBench() {}

  static void run() throws Exception {
    var sizes = new int[] {100_000, 200_000};
    var costs = new LinkedHashMap<String, double[]>();
    for (int i = 0; i < sizes.length; i++) measure(sizes[i], i, costs);
    System.out.println();
    costs.forEach((page, cpu) -> System.out.printf(
        Locale.ROOT, "%-28s CPU at twice the size: %.2f times%n", page, cpu[1] / cpu[0]));
  }

  private static void measure(int conversations, int which, Map<String, double[]> costs)
      throws Exception {
    var data = Files.createTempDirectory("kept-bench").resolve("shop");
    Files.createDirectories(data);
    String token;
    Map<String, String> pages;
    try (var kept = RunningKept.start(data);
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      var rooms = new Rooms(database, Config.Ground.in(data, null), new KeptClock());
      token = FullShop.fill(rooms, conversations);
      System.out.printf(
          Locale.ROOT,
          "%n%,d conversations, %,d messages, %,d promises%n",
          conversations,
          conversations * 5,
          conversations * 2);
      pages = pages(rooms);
      for (var page : pages.entrySet()) {
        var cpu = cost(kept, token, page.getKey(), page.getValue());
        costs.computeIfAbsent(page.getKey(), name -> new double[2])[which] = cpu;
      }
      System.out.printf(Locale.ROOT, "%-28s %6d MB%n", "memory, loaded", kept.memoryMegabytes());
      costs.computeIfAbsent("a letter", name -> new double[2])[which] =
          MailBench.letters(kept, data);
    }
    try (var again = RunningKept.start(data)) {
      StartBench.print("start, warm", again);
      StartBench.printIdle(again);
    }
    if (which == 0) Plans.print(data, token, pages.values());
    RunningKept.deleteFolder(data.getParent());
  }

  private static Map<String, String> pages(Rooms rooms) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("Today", "/");
    pages.put("conversations", "/c");
    pages.put("conversation", "/c/" + FullShop.newest(rooms, "conversation"));
    pages.put("promises", "/promises");
    pages.put("people", "/people");
    pages.put("person", "/people/" + FullShop.newest(rooms, "customer"));
    pages.put("find a name", "/find?q=Carla+Dunn+77");
    pages.put("find a common word", "/find?q=television");
    pages.put("find a rare word", "/find?q=n4242");
    return pages;
  }

  /// Milliseconds by the clock that each of so many requests took, one after another.
  static double[] ask(RunningKept kept, String token, String path, int times) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kept.http + path))
          .header("Cookie", "kept=" + token)
          .header("Accept-Encoding", "gzip") // as every browser does: packing is part of the cost
          .build();
      var each = new double[times];
      for (int i = 0; i < times; i++) {
        var begun = System.nanoTime();
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) throw new IllegalStateException(path + " answered " + status);
        each[i] = (System.nanoTime() - begun) / 1e6;
      }
      return each;
    }
  }

  private static double cost(RunningKept kept, String token, String name, String path)
      throws Exception {
    ask(kept, token, path, WARM);
    var cpu = kept.cpuMillis();
    var times = ask(kept, token, path, COUNTED);
    var each = (double) (kept.cpuMillis() - cpu) / COUNTED;
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %6.2f ms  p99 %6.2f ms  CPU %6.2f ms%n",
        name,
        times[COUNTED / 2],
        times[COUNTED * 99 / 100],
        each);
    return each;
  }
}
