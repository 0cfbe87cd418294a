package kept.platform.http;

import io.javalin.http.sse.SseClient;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The open event streams of browsers (server-sent events, WHATWG HTML section 9.2), one thread
/// each.
///
/// A browser that does not read fast enough is cut off and comes back by itself. Streams end with
/// us.
public final class LiveStreams implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 200;
  private static final int MOST_STREAMS = 500;
  private static final Message OVER = new Message("over", "");

  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile String mark = "0";

  /// Up to where news was told, or is being told. A page that was made at another mark than the one
  /// its stream begins with has missed something in between.
  public String mark() {
    return mark;
  }

  /// Set before what it stands for is sent, so that whoever comes in between learns of it by one of
  /// the two.
  public void mark(String next) {
    mark = next;
    send("mark", next, anyone -> true);
  }

  /// Keeps this client's stream open, known by who reads it and in which session, until either side
  /// ends it. Returns at once.
  public void open(SseClient client, UUID reader, UUID session) {
    if (closed || Head.only(client.ctx()) || streams.size() >= MOST_STREAMS) {
      client.close();
      return;
    }
    client.ctx().header("X-Accel-Buffering", "no");
    client.keepAlive();
    var stream = new Stream(client, reader, session);
    streams.add(stream);
    client.onClose(() -> streams.remove(stream));
    client.ctx().req().getAsyncContext().addListener(stream);
    Thread.ofVirtual().name("live").start(() -> run(stream));
  }

  /// Sends to every reader that fits.
  public void send(String event, String data, Predicate<UUID> reader) {
    for (var stream : streams) {
      if (!reader.test(stream.reader)) continue;
      if (!stream.waiting.offer(new Message(event, data))) end(stream);
    }
  }

  /// Says to every stream of a session that is over that it is, and ends it.
  public void endAllOf(UUID session) {
    for (var stream : streams)
      if (stream.session.equals(session) && !stream.waiting.offer(OVER)) end(stream);
  }

  /// The sessions that streams are open in.
  public Set<UUID> sessions() {
    return streams.stream().map(stream -> stream.session).collect(Collectors.toSet());
  }

  public int count() {
    return streams.size();
  }

  @Override
  public void close() {
    closed = true;
    streams.forEach(this::end);
  }

  private void run(Stream stream) {
    stream.client.sendEvent("hello", mark);
    while (!closed && !stream.gone && !stream.client.terminated()) {
      try {
        var message = stream.waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) stream.client.sendComment("still here");
        else stream.client.sendEvent(message.event, message.data);
        if (OVER.equals(message)) break;
      } catch (InterruptedException e) {
        break;
      }
    }
    end(stream);
  }

  private void end(Stream stream) {
    streams.remove(stream);
    if (!stream.gone) stream.client.close();
  }

  private record Message(String event, String data) {}

  /// One reader's stream, until Jetty is done with it: what it was written to may be another's
  /// then.
  private static final class Stream implements AsyncListener {
    private final SseClient client;
    private final UUID reader;
    private final UUID session;
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean gone;

    private Stream(SseClient client, UUID reader, UUID session) {
      this.client = client;
      this.reader = reader;
      this.session = session;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      gone = true;
    }

    @Override
    public void onError(AsyncEvent event) {
      gone = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
