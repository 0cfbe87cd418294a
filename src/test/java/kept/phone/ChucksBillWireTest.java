package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import kept.TestBrowser;
import kept.conversations.Channel;
import kept.promises.Alarm;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.Step;
import org.junit.jupiter.api.Test;

/// Chuck's story, going wrong on purpose: real calls with holds, promises that nobody keeps,
/// on a clock that runs the days in seconds. Kept writes the bill, and shows when it would
/// have stopped it. `./kept bench bill` prints it.
class ChucksBillWireTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final List<Promise> promised = new ArrayList<>();

  @Test
  void fourCallsThreeBrokenPromisesAndWhereItWouldHaveStopped() throws Exception {
    try (var shop = new TestPhones()) {
      // A real softphone: it answers when the line asks whether it is still there.
      shop.saying(shop.kept.shop.priya, 440);
      until(shop, 10, 0);
      var chuck = calls(shop, Duration.ofMinutes(10), 0);
      promises(shop, chuck, "Replace the cracked TV today", Duration.ofHours(7));
      until(shop, 10, 0);
      calls(shop, Duration.ofMinutes(30), 3);
      promises(shop, chuck, "Call Chuck back", Duration.ofHours(2));
      until(shop, 10, 0);
      calls(shop, Duration.ofMinutes(30), 2);
      promises(shop, chuck, "Call Chuck back", Duration.ofHours(2));
      until(shop, 10, 0);
      calls(shop, Duration.ofMinutes(30), 0);

      var bill = shop.kept.rooms.efforts.costOf(chuck.conversation());
      System.out.printf(
          "| calls %d | minutes on the phone %d | of it music %d | broken promises %d |%n",
          bill.contacts(), bill.onThePhone().toMinutes(), bill.onHold().toMinutes(), broken(shop));
      assertThat(bill.contacts()).isEqualTo(4);
      assertThat(bill.onThePhone().toMinutes()).isEqualTo(100);
      assertThat(bill.onHold().toMinutes()).isEqualTo(20);
      assertThat(broken(shop)).isEqualTo(3);
      for (var promise : promised) stops(shop, promise);
    }
  }

  /// Chuck rings and talks with Priya for so long, with holds of four minutes in it.
  private static PhoneCall calls(TestPhones shop, Duration lasts, int holds) throws Exception {
    var before = shop.kept.rooms.calls.page(null, 10).size();
    var ringing = shop.later("uac-stays", 0);
    TestPhones.waits(
        "they talk",
        () -> shop.kept.rooms.calls.live().stream().anyMatch(call -> call.talkedAt() != null));
    var call = shop.kept.rooms.calls.live().getFirst();
    var priya = shop.kept.as(shop.kept.shop.priya);
    var left = lasts;
    for (int i = 0; i < holds; i++) {
      shop.kept.clock.advance(Duration.ofMinutes(1));
      held(shop, priya, call, "hold", true);
      shop.kept.clock.advance(Duration.ofMinutes(4));
      held(shop, priya, call, "resuming", false);
      left = left.minusMinutes(5);
    }
    shop.kept.clock.advance(left);
    priya.post("/call/" + call.id() + "/end");
    ringing.join();
    shop.over(before + 1);
    return call;
  }

  private static void held(
      TestPhones shop, TestBrowser priya, PhoneCall call, String act, boolean held)
      throws InterruptedException {
    priya.post("/call/" + call.id() + "/" + act);
    TestPhones.waits(
        "music begins or ends",
        () -> held
            == shop.kept.rooms.database.read(
                tx -> tx.createQuery("select held_since is not null from call where id = :id")
                    .bind("id", call.id())
                    .mapTo(Boolean.class)
                    .one()));
  }

  private void promises(TestPhones shop, PhoneCall call, String what, Duration in) {
    var priya = shop.kept.shop.priya;
    var commitment = new Commitment(
        call.conversation(),
        what,
        Kind.CALLBACK,
        priya,
        null,
        shop.kept.clock.in(in),
        Channel.CALL);
    promised.add(shop.kept.rooms.promises.make(priya, commitment));
  }

  /// The clock runs to this hour of the next open day, and everything due on the way is told.
  private static void until(TestPhones shop, int hour, int minute) {
    var clock = shop.kept.clock;
    var now = ZonedDateTime.ofInstant(clock.instant(), NEW_YORK);
    var then = now.toLocalDate().plusDays(1).atTime(hour, minute).atZone(NEW_YORK);
    if (then.getDayOfWeek() == java.time.DayOfWeek.SUNDAY) then = then.plusDays(1);
    while (clock.instant().isBefore(then.toInstant())) {
      var left = Duration.between(clock.instant(), then.toInstant());
      clock.advance(left.compareTo(Duration.ofMinutes(1)) < 0 ? left : Duration.ofMinutes(1));
      shop.kept.rooms.alarms.fireWhatIsDue();
    }
  }

  private long broken(TestPhones shop) {
    return promised.stream()
        .filter(promise -> shop.kept.rooms.promises.get(promise.id()).brokenAt() != null)
        .count();
  }

  /// Each step of the ladder told somebody before the time that Chuck was given.
  private static void stops(TestPhones shop, Promise promise) {
    var before = shop.kept.rooms.alarms.of(promise.id()).stream()
        .filter(alarm -> alarm.step() != Step.BROKEN && alarm.firedAt() != null)
        .toList();
    assertThat(before).extracting(Alarm::step).contains(Step.NUDGE, Step.SECOND, Step.OWNER);
    assertThat(before).allSatisfy(alarm -> {
      assertThat(alarm.firedAt()).isBefore(promise.dueAt());
      assertThat(alarm.told()).isNotEmpty();
    });
    System.out.println("| " + promise.what() + ", due " + clock(promise.dueAt()) + " | "
        + String.join(" | ", before.stream().map(alarm -> told(alarm, promise)).toList()) + " |");
  }

  private static String told(Alarm alarm, Promise promise) {
    var fired = alarm.firedAt();
    if (fired == null) return "";
    return alarm.step().name().toLowerCase(java.util.Locale.ROOT) + " told " + clock(fired) + ", "
        + Duration.between(fired, promise.dueAt()).toMinutes() + " min before";
  }

  private static String clock(Instant at) {
    return at.atZone(NEW_YORK).toLocalTime().withSecond(0).withNano(0).toString();
  }
}
