package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import kept.platform.EventCursor;
import kept.platform.Events;
import kept.platform.Json;
import kept.platform.Loop;
import kept.platform.StoredEvent;
import kept.platform.http.LiveStreams;
import kept.promises.Alarms;
import kept.promises.PromiseId;
import kept.promises.Promises;
import kept.promises.Step;
import kept.team.AgentId;
import kept.team.Sessions;
import org.jspecify.annotations.Nullable;

/// Tells open pages what changed: follows the log of facts from where it ended when this process
/// began, in any process's commits.
///
/// Everyone hears `changed` with one topic each (see [LiveTopics]); `alarm` goes to those who were
/// told. Whoever was signed out, or whose session its time ended, hears just that. [#wake] may be
/// called from any thread.
public final class LiveFeed implements AutoCloseable {
  private static final int BATCH = 200;
  /// A fact is held back while an older transaction still runs: look again this soon.
  private static final Duration HELD_BACK = Duration.ofMillis(50);
  /// No event says that a session's time is over.
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);

  private final Events events;
  private final LiveStreams streams;
  private final Asked asked;
  private final InstantSource clock;
  private final Loop loop;
  private EventCursor cursor; // of the loop's thread
  private Instant lookedAt = Instant.EPOCH; // of the loop's thread

  /// Who knows more than a fact says.
  public record Asked(Promises promises, Alarms alarms, Sessions sessions) {}

  public LiveFeed(Events events, LiveStreams streams, Asked asked, InstantSource clock) {
    this.events = events;
    this.streams = streams;
    this.asked = asked;
    this.clock = clock;
    this.cursor = events.end();
    streams.mark(cursor.toString());
    this.loop = Loop.start("live", clock, this::follow);
  }

  public void wake() {
    loop.wake();
  }

  @Override
  public void close() {
    loop.close();
  }

  private @Nullable Instant follow() {
    List<StoredEvent> batch;
    do {
      batch = events.after(cursor, BATCH);
      if (batch.isEmpty()) break;
      cursor = batch.getLast().cursor();
      streams.mark(cursor.toString());
      tell(batch);
    } while (batch.size() == BATCH);
    hushThoseOver();
    return events.isBehind(cursor) ? clock.instant().plus(HELD_BACK) : null;
  }

  private void tell(List<StoredEvent> facts) {
    if (streams.count() == 0) return;
    facts.stream().filter(fact -> fact.kind().equals("agent_signed_out")).forEach(this::hush);
    var topics = new TreeSet<String>();
    facts.forEach(fact -> topics.addAll(LiveTopics.of(fact)));
    topics.forEach(topic -> streams.send("changed", topic, anyone -> true));
    facts.stream().filter(fact -> fact.kind().equals("alarm_fired")).forEach(this::ring);
  }

  private void hush(StoredEvent signedOut) {
    streams.endAllOf(UUID.fromString(signedOut.facts().get("session").asString()));
  }

  private void hushThoseOver() {
    var now = clock.instant();
    var reading = streams.sessions();
    if (reading.isEmpty() || now.isBefore(lookedAt.plus(LOOKS_EVERY))) return;
    lookedAt = now;
    var good = asked.sessions.goodOf(reading);
    reading.stream().filter(each -> !good.contains(each)).forEach(streams::endAllOf);
  }

  private void ring(StoredEvent fired) {
    var facts = fired.facts();
    var promise = asked.promises.get(PromiseId.parse(facts.get("promise").asString()));
    if (!promise.isOpen()) return;
    for (var told : facts.get("told")) {
      var agent = UUID.fromString(told.asString());
      var step = Step.of(facts.get("step").asString());
      var words = asked.alarms.words(step, promise, new AgentId(agent)).headline();
      var alarm = new LiveAlarm(
          facts.get("alarm").asString(),
          step.word(),
          words,
          "/promises/" + promise.id(),
          promise.keeper().value().equals(agent));
      streams.send("alarm", Json.write(alarm), agent::equals);
    }
  }
}
