package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromisesDbTest {
  private static final TestShop SHOP = new TestShop();
  private final Promises promises = SHOP.rooms.promises;
  private Conversation crackedTv;

  @BeforeEach
  void chuckWrites() {
    crackedTv = SHOP.crackedTv();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void hasAKeeperASecondAndItsWholeLadderFromTheStart() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));

    assertThat(promises.get(promise.id()).second()).isEqualTo(SHOP.dana);
    assertThat(SHOP.rooms.alarms.of(promise.id()))
        .extracting(Alarm::step)
        .containsExactly(Step.values());
  }

  @Test
  void isKeptOnceAndForAll() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));

    promises.keep(SHOP.tomas, promise.id());
    promises.keep(SHOP.priya, promise.id());

    assertThat(promises.get(promise.id()).state()).isEqualTo(PromiseState.KEPT);
    assertThat(SHOP.rooms.alarms.of(promise.id())).isEmpty();
    assertThat(kinds(promise)).containsOnlyOnce("promise_kept");
    assertThatThrownBy(() -> promises.release(SHOP.priya, promise.id(), "changed our mind"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void keptAfterItWasDueWasBrokenOnce() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));
    SHOP.clock.advance(ofHours(4));

    promises.keep(SHOP.priya, promise.id());

    var kept = promises.get(promise.id());
    assertThat(kept.brokenAt()).isEqualTo(promise.dueAt());
    assertThat(kept.state()).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void movesItsDueTimeOnlyByTellingTheCustomer() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));
    var later = SHOP.clock.in(ofHours(5));

    promises.agreeNewTime(SHOP.priya, promise, later, "Chuck, it will be seven. Priya");

    assertThat(promises.get(promise.id()).dueAt()).isEqualTo(later);
    assertThat(promises.get(promise.id()).brokenAt()).isNull();
    var told = promises.newTimesOf(List.of(promise.id())).getFirst();
    assertThat(SHOP.rooms.messages.get(told.toldIn()).words()).contains("it will be seven");
    assertThat(SHOP.rooms.alarms.of(promise.id()).getLast().at()).isEqualTo(later);
  }

  @Test
  void movesNothingForWhoeverSawAnotherDueTime() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));
    promises.agreeNewTime(SHOP.priya, promise, SHOP.clock.in(ofHours(5)), "At seven. Priya");

    assertThatThrownBy(() ->
            promises.agreeNewTime(SHOP.dana, promise, SHOP.clock.in(ofHours(6)), "At eight. Dana"))
        .hasMessage("It was moved meanwhile. Look at its new time first.");

    assertThat(promises.get(promise.id()).dueAt()).isEqualTo(SHOP.clock.in(ofHours(5)));
  }

  @Test
  void agreedTooLateStaysWrittenAsBroken() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));
    SHOP.clock.advance(ofHours(4));

    promises.agreeNewTime(
        SHOP.priya, promise, SHOP.clock.in(ofHours(1)), "I'm sorry. Five, for sure.");

    assertThat(promises.get(promise.id()).brokenAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void letsGoOnlyWithAReason() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(3));

    assertThatThrownBy(() -> promises.release(SHOP.priya, promise.id(), " "))
        .isInstanceOf(Refusal.class);

    promises.release(SHOP.priya, promise.id(), "He bought another one");
    assertThat(promises.get(promise.id()).releaseReason()).isEqualTo("He bought another one");
  }

  @Test
  void isNotDueBeforeItIsMade() {
    assertThatThrownBy(() -> SHOP.promise(crackedTv, SHOP.priya, ofHours(-1)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void isNotDueOverTwoYearsAhead() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofDays(731));
    var tooFar = Instant.parse("+10000-01-01T00:00:00Z");

    assertThatThrownBy(() -> SHOP.promise(crackedTv, SHOP.priya, ofDays(732)))
        .hasMessage("That is over two years ahead. Choose a nearer day.");
    assertThatThrownBy(() -> promises.agreeNewTime(SHOP.priya, promise, tooFar, "One day."))
        .hasMessage("That is over two years ahead. Choose a nearer day.");
  }

  @Test
  void passesToTheSecondInTheTransactionInWhichItsKeeperLeaves() {
    try (var shop = new TestShop()) {
      var promise = shop.promise(shop.crackedTv(), shop.edie, ofHours(3));

      shop.rooms.team.leave(shop.dana, shop.edie);

      var passed = shop.rooms.promises.get(promise.id());
      assertThat(passed.keeper()).isEqualTo(shop.priya);
      assertThat(passed.second()).isEqualTo(shop.dana);
    }
  }

  @Test
  void twoWhoLeaveAtOnceHandOverOneAfterTheOther() {
    try (var shop = new TestShop()) {
      var promise = shop.promise(shop.crackedTv(), shop.edie, ofHours(3));
      var other = new AtomicReference<>(CompletableFuture.<Void>completedFuture(null));

      shop.database.useTransaction(tx -> {
        shop.rooms.team.leave(shop.dana, shop.edie);
        other.set(CompletableFuture.runAsync(() -> shop.rooms.team.leave(shop.dana, shop.priya)));
        while (!other.get().isDone() && nobodyWaits(shop)) Thread.onSpinWait();
      });
      other.get().join();

      assertThat(shop.rooms.promises.get(promise.id()).keeper()).isEqualTo(shop.dana);
    }
  }

  @Test
  void nobodyGetsAPromiseWhileTheyLeave() {
    try (var shop = new TestShop()) {
      var promise = shop.promise(shop.crackedTv(), shop.priya, ofHours(3));
      var other = new AtomicReference<>(CompletableFuture.<Void>completedFuture(null));

      shop.database.useTransaction(tx -> {
        shop.rooms.team.leave(shop.dana, shop.edie);
        other.set(CompletableFuture.runAsync(
            () -> shop.rooms.promises.handTo(shop.dana, promise.id(), shop.edie)));
        while (!other.get().isDone() && nobodyWaits(shop)) Thread.onSpinWait();
      });

      assertThatThrownBy(() -> other.get().join())
          .hasRootCauseMessage("Edie Moss is no longer on the team.");
    }
  }

  private static boolean nobodyWaits(TestShop shop) {
    try (var connection = DriverManager.getConnection(
            shop.address.url(), shop.address.user(), shop.address.password());
        var waiting = connection
            .createStatement()
            .executeQuery("select count(*) from pg_locks where not granted")) {
      return waiting.next() && waiting.getInt(1) == 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoTakesItHasItsAlarms() {
    var promise = SHOP.promise(crackedTv, SHOP.priya, ofHours(1));
    SHOP.clock.advance(ofMinutes(50));
    SHOP.rooms.alarms.fireWhatIsDue();

    promises.handTo(SHOP.edie, promise.id(), SHOP.edie);

    assertThat(promises.get(promise.id()).keeper()).isEqualTo(SHOP.edie);
    assertThat(SHOP.rooms.alarms.of(promise.id()))
        .filteredOn(alarm -> alarm.firedAt() != null)
        .isNotEmpty()
        .allMatch(alarm -> SHOP.edie.equals(alarm.takenBy()));
  }

  private static List<String> kinds(Promise promise) {
    return SHOP.rooms.events.about(promise.id().value()).stream()
        .map(event -> event.kind())
        .toList();
  }
}
