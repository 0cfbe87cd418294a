package kept.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A page of the desk as a browser has it open: it hears the news, and looks again where there is
/// some.
final class OpenPage implements AutoCloseable {
  private final int port;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();

  /// @param token of the reader's session
  OpenPage(RunningKept kept, String token) throws IOException, InterruptedException {
    this.port = kept.http;
    this.token = token;
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

  /// What it heard until now is no news.
  void forget() {
    news.clear();
  }

  /// Waits until a look at `path`, taken whenever there is news of the topic, shows the words.
  void awaitNews(String topic, String path, String words) throws IOException, InterruptedException {
    while (true) {
      var line = news.poll(10, TimeUnit.SECONDS);
      if (line == null) throw new IllegalStateException("No news of " + words + ".");
      if (line.replace(" ", "").equals("data:" + topic) && look(path).contains(words)) return;
    }
  }

  private String look(String path) throws IOException, InterruptedException {
    return http.send(asked(path), BodyHandlers.ofString()).body();
  }

  private HttpRequest asked(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Cookie", "kept=" + token)
        .header("Accept", path.equals("/live") ? "text/event-stream" : "text/html")
        .build();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
