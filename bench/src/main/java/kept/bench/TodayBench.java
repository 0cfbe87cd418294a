package kept.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kept.Rooms;

/// How long after its 250 a letter is on Today: as an open page learns of it, by the stream of news
/// and a second look at who waits.
final class TodayBench implements AutoCloseable {
  private static final int LETTERS = 40;

  private final RunningKept kept;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();

  TodayBench(RunningKept kept, Rooms rooms) throws IOException, InterruptedException {
    this.kept = kept;
    this.token = rooms.sessions.start(FullShop.owner(rooms), "bench");
    var stream = http.send(asked("/live"), BodyHandlers.ofLines()).body();
    Thread.ofVirtual().start(() -> hear(stream));
  }

  private void hear(Stream<String> stream) {
    try {
      stream.forEach(news::add);
    } catch (UncheckedIOException end) {
      news.add("closed");
    }
  }

  void run() throws Exception {
    var times = new double[LETTERS];
    for (int i = 0; i < LETTERS; i++) times[i] = time("About the dryer number " + i + ".");
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %6.0f ms  worst %6.0f ms%n",
        "from 250 to Today",
        times[LETTERS / 2],
        times[LETTERS - 1]);
  }

  private double time(String words) throws Exception {
    news.clear();
    MailBench.sendOne(kept.smtp, words);
    var accepted = System.nanoTime();
    do {
      var line = news.poll(10, TimeUnit.SECONDS);
      if (line == null) throw new IllegalStateException("No news of a letter.");
      if (!line.replace(" ", "").equals("data:conversations")) continue;
    } while (!shows(words));
    return (System.nanoTime() - accepted) / 1e6;
  }

  private boolean shows(String words) throws IOException, InterruptedException {
    return http.send(asked("/today/waiting"), BodyHandlers.ofString()).body().contains(words);
  }

  private HttpRequest asked(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kept.http + path))
        .header("Cookie", "kept=" + token)
        .header("Accept", path.equals("/live") ? "text/event-stream" : "text/html")
        .build();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
