package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kept.promises.ArmedTimes;
import kept.team.OpeningHours;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two change what belongs together in the same moment, and neither change is lost.
class SameMomentTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void aPromiseIsNotLeftToSomebodyWhoLeavesJustThen() throws Exception {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.tomas, Duration.ofHours(2));
    var leaving = "/settings/team/" + kept.shop.tomas + "/leaving";

    var left = posted(() -> kept.rooms.team.leave(kept.shop.dana, kept.shop.edie), leaving);

    assertThat(left.statusCode()).as(left.body()).isEqualTo(303);
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.dana);
  }

  @Test
  void theAddressIsNotLostToHoursThatAreSavedJustThen() throws Exception {
    var saved = posted(
        () -> kept.rooms.shop.setEmail(kept.shop.dana, "help@marlow.example.com"),
        "/settings/hours",
        "name",
        "Marlow and Daughter",
        "zone",
        "America/New_York",
        "opens_monday",
        "09:00",
        "closes_monday",
        "17:00");

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(kept.rooms.shop.business().name()).isEqualTo("Marlow and Daughter");
    assertThat(kept.rooms.shop.business().email()).isEqualTo("help@marlow.example.com");
  }

  @Test
  void twoNewTimesInTheSameMomentAreNotBothAgreed() throws Exception {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.priya, Duration.ofHours(2));
    var first = kept.clock.in(Duration.ofHours(3));

    var second = posted(
        () -> kept.rooms.promises.agreeNewTime(kept.shop.priya, promise, first, "At noon."),
        "/promises/" + promise.id() + "/new-time",
        "stood",
        promise.dueAt().toString(),
        "slot",
        "2026-11-24T16:00",
        "message",
        "By {time}.");

    assertThat(second.statusCode()).isEqualTo(422);
    assertThat(second.body()).contains("It was moved meanwhile, to noon.", "By {time}.");
    assertThat(kept.rooms.promises.get(promise.id()).dueAt()).isEqualTo(first);
  }

  @Test
  void theAlarmsOfAPromiseThatIsMadeJustThenAreByTheHoursThatAreSaved() throws Exception {
    var tv = kept.shop.crackedTv();
    var saving = kept.rooms.database.inTransaction(tx -> {
      kept.shop.promise(tv, kept.shop.priya, Duration.ofHours(30));
      var saved = CompletableFuture.runAsync(() -> kept.rooms.shop.change(
          kept.shop.dana, hours -> new OpeningHours(hours.zone(), Map.of())));
      while (!saved.isDone() && waitingHere(tx) == 0) Thread.onSpinWait();
      return saved;
    });
    saving.get();

    var armed = new ArmedTimes(kept.rooms.database);
    var before = armed.times();
    kept.rooms.shop.change(kept.shop.dana, hours -> hours);
    assertThat(armed.movedSince(before)).isZero();
  }

  /// What Dana's form is answered that was sent while this change had not ended.
  private static HttpResponse<String> posted(Runnable change, String path, String... fields)
      throws Exception {
    var asked = kept.rooms.database.inTransaction(tx -> {
      change.run();
      var sent = CompletableFuture.supplyAsync(() -> kept.as(kept.shop.dana).post(path, fields));
      awaitSomebodyWaiting(tx);
      return sent;
    });
    return asked.get();
  }

  private static void awaitSomebodyWaiting(Handle tx) {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (waiting(tx) == 0 && System.nanoTime() < until) Thread.onSpinWait();
    assertThat(waiting(tx)).isPositive();
  }

  private static int waitingHere(Handle tx) {
    return tx.createQuery("""
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
            """).mapTo(Integer.class).one();
  }

  private static int waiting(Handle tx) {
    return tx.createQuery("select count(*) from pg_locks where not granted")
        .mapTo(Integer.class)
        .one();
  }
}
