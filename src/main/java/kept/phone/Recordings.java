package kept.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import kept.line.speech.Loudness;
import kept.line.speech.MalformedWav;
import kept.line.speech.Recording;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.StrayFiles;
import kept.promises.Promises;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was recorded in calls: heard, drawn, and deleted when its time is over. Threads may share
/// this object.
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final Database database;
  private final Events events;
  private final Promises promises;
  private final Path folder;
  private final InstantSource clock;
  private final RecordingStore store = new RecordingStore();
  /// How long the files were when they were looked at last; guarded by this object's lock.
  private final Map<CallId, Long> lengths = new HashMap<>();

  public Recordings(
      Database database, Events events, Promises promises, Path folder, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.promises = promises;
    this.folder = folder;
    this.clock = clock;
  }

  public Keeping kept() {
    return database.read(store::rule).stream().findFirst().map(Keeping::of).orElse(Keeping.QUARTER);
  }

  public void keep(AgentId by, Keeping keeping) {
    database.useTransaction(tx -> {
      store.keep(tx, keeping.days(), clock.instant());
      events.publish(by, new RecordingRuleChanged(by));
    });
  }

  /// Somebody of us hears it, which is written down.
  public InputStream hear(AgentId by, PhoneCall call) {
    if (call.recording() == null) throw new NotFound("Nothing was recorded in this call.");
    try {
      var bytes = Files.newInputStream(folder.resolve(call.recording()));
      database.useTransaction(tx -> events.publish(by, new CallHeard(call.id())));
      return bytes;
    } catch (NoSuchFileException gone) {
      throw new NotFound("This recording is gone.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean mayForget(Agent agent, PhoneCall call) {
    var promise = call.promise();
    var keeper = promise == null ? null : promises.get(promise).keeper();
    return call.mayBeForgottenBy(agent, keeper);
  }

  public void forget(Agent by, PhoneCall call) {
    if (!mayForget(by, call))
      throw new Refusal(
          "Only the owner, whoever talked, or whoever keeps what came of it, deletes a recording.");
    forget(by.id(), call);
  }

  /// With whoever rang, in the transaction that forgets them.
  void forgetWithCaller(PhoneCall call) {
    forget((AgentId) null, call);
  }

  /// The row first: a file that nothing names any more is worse kept than a row without its file.
  private void forget(@Nullable AgentId by, PhoneCall call) {
    var file = call.recording();
    database.useTransaction(tx -> {
      if (file == null || !store.forget(tx, call.id())) return;
      events.publish(by, new CallForgotten(call.id(), call.conversation()));
      database.afterCommit(() -> delete(folder.resolve(file)));
    });
  }

  /// What has been kept for as long as the owner chose goes; says how many.
  public int forgetOld() {
    var days = kept().days();
    if (days.isEmpty()) return 0;
    var limit = clock.instant().minus(Duration.ofDays(days.getAsInt()));
    var old = database.read(tx -> store.endedBefore(tx, limit));
    old.forEach(call -> forget((AgentId) null, call));
    return old.size();
  }

  /// Deletes files that no call names, as after a death between a commit and its deletion; a day
  /// old, so that none is just being written. Says how many.
  public int sweep() {
    return new StrayFiles(folder, clock.instant())
        .delete(names -> database.read(tx -> store.named(tx, names)));
  }

  /// Draws the sound of calls that are over, made whole first where we died while it was written.
  /// What was never written is said to be lost; what is still being written, as its length
  /// says, is looked at again.
  synchronized void settle() {
    var unsettled = database.read(store::unsettled);
    lengths.keySet().retainAll(unsettled.stream().map(PhoneCall::id).toList());
    for (var call : unsettled) settle(call, folder.resolve(String.valueOf(call.recording())));
  }

  private void settle(PhoneCall call, Path file) {
    try {
      if (!Files.exists(file)) {
        LOG.warn("call={} its recording was never written", call.id());
        database.useTransaction(tx -> {
          store.lost(tx, call.id(), clock.instant());
          events.publish(null, new CallRecorded(call.id(), call.conversation()));
        });
        return;
      }
      var length = Files.size(file);
      if (!Long.valueOf(length).equals(lengths.put(call.id(), length))) return;
      makeWhole(call, file);
      var wave = Wave.of(Loudness.of(file, Wave.BARS));
      database.useTransaction(tx -> {
        store.drawn(tx, call.id(), wave);
        events.publish(null, new CallRecorded(call.id(), call.conversation()));
      });
    } catch (IOException e) {
      LOG.warn("call={} its recording cannot be read: {}", call.id(), e.getMessage());
    }
  }

  private static void makeWhole(PhoneCall call, Path file) throws IOException {
    try {
      Recording.repair(file);
    } catch (MalformedWav e) {
      LOG.warn("call={} its recording is damaged: {}", call.id(), e.getMessage());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A recording could not be deleted: {}", e.getMessage());
    }
  }
}
