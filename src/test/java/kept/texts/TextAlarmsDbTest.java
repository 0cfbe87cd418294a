package kept.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.TestShop;
import kept.platform.push.Receiver;
import kept.promises.AlarmId;
import kept.promises.Promise;
import kept.team.Mobile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Alarms by text: to whom, when, and when not any more. The promise is due in four hours, so its
/// keeper is nudged after three.
class TextAlarmsDbTest {
  private static final String PRIYAS = "+14155550177";

  private final TestShop shop = new TestShop();
  private final Promise promise = shop.promise(shop.crackedTv(), shop.priya, Duration.ofHours(4));

  @BeforeEach
  void setUp() {
    var account = TextAccount.of("", TwilioPeer.ACCOUNT, TwilioPeer.OURS);
    shop.rooms.shopTexts.set(shop.dana, account, TwilioPeer.TOKEN);
    shop.change(shop.priya, agent -> agent.reachedAt(new Mobile(PRIYAS, false)));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoHasNoDeviceIsTextedAtOnce() {
    nudge();

    assertThat(waiting()).containsExactly(shop.clock.instant());
    assertThat(words()).hasSizeLessThan(90).startsWith("1 h left: Swap the cracked TV");
  }

  @Test
  void aNotificationHasAMinuteToBeSeen() {
    var session = shop.rooms.sessions.start(shop.priya, "A phone");
    var known = shop.rooms.sessions.find(session).orElseThrow().session();
    var address = Receiver.fresh().address("https://push.example.com/1");
    shop.rooms.pushSubscriptions.add(shop.priya, known, address, "A phone");
    nudge();

    assertThat(waiting()).containsExactly(shop.clock.in(TextAlarms.AFTER_A_PUSH));
  }

  @Test
  void whoSawItGetsNoText() {
    nudge();
    var alarm = shop.database.read(tx -> tx.createQuery(
            "select alarm from alarm_told where channel = 'desk' and agent = :priya")
        .bind("priya", shop.priya)
        .mapTo(UUID.class)
        .one());
    shop.rooms.alarms.seen(shop.priya, new AlarmId(alarm));

    assertThat(waiting()).isEmpty();
  }

  @Test
  void whoAnsweredItGetsNoText() {
    nudge();
    shop.rooms.promises.handTo(shop.edie, promise.id(), shop.edie);

    assertThat(waiting()).isEmpty();
  }

  @Test
  void nobodyIsTextedWithoutANumberOrAnAccount() {
    shop.rooms.shopTexts.remove(shop.dana);
    nudge();

    assertThat(waiting()).isEmpty();
  }

  private void nudge() {
    shop.clock.advance(Duration.ofHours(3).plusSeconds(1));
    shop.rooms.alarms.fireWhatIsDue();
  }

  private List<Instant> waiting() {
    return shop.database.read(
        tx -> tx.createQuery("""
            select next_try_at from delivery
             where kind = 'text' and address = :number and next_try_at is not null
            """).bind("number", PRIYAS).mapTo(Instant.class).list());
  }

  private String words() {
    return shop.database.read(
        tx -> tx.createQuery("select body ->> 'words' from delivery where kind = 'text'")
            .mapTo(String.class)
            .one());
  }
}
