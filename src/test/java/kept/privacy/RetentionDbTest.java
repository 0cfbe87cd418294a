package kept.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kept.TestShop;
import kept.customers.CustomerId;
import kept.email.MailRound;
import kept.exchange.BackupId;
import kept.exchange.BackupTaken;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What has been kept long enough goes; everything else stays.
class RetentionDbTest {
  private static final Duration YEAR = Duration.ofDays(366);

  private final TestShop shop = new TestShop();
  private final Retention retention = shop.rooms.retention;
  private final Traces traces = new Traces(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everythingIsKeptForEverUntilTheOwnerSaysOtherwise() {
    letter("chuck");
    passes(YEAR.multipliedBy(40));

    assertThat(retention.run()).isZero();
    assertThat(traces.files("chuck")).hasSize(1);
  }

  @Test
  void lettersAsTheyCameGoAndWhatTheySayStays() {
    letter("chuck");
    shop.clock.advance(Duration.ofDays(20));
    letter("luis");
    retention.keepFor(shop.dana, new KeepFor(30, 0));
    assertThat(retention.run()).isZero();
    passes(Duration.ofDays(11));
    assertThat(retention.lettersOlderThan(30)).isEqualTo(1);

    assertThat(retention.run()).isEqualTo(1);
    shop.rooms.blobSweep.deleteLetGo();

    assertThat(traces.files("chuck")).isEmpty();
    assertThat(traces.files("luis")).hasSize(1);
    assertThat(traces.rows("It is chuck.")).containsEntry("message", 1);
  }

  @Test
  void textsThatCouldNotBeFiledGoWithTheLetters() {
    text("chuck", 20);
    shop.clock.advance(Duration.ofDays(20));
    text("luis", 20);
    text("rosa", 0);
    passes(Duration.ofDays(11));
    assertThat(retention.run()).isZero();
    retention.keepFor(shop.dana, new KeepFor(30, 0));

    assertThat(retention.run()).isEqualTo(1);

    assertThat(traces.rows("It is chuck.")).isEmpty();
    assertThat(traces.rows("It is luis.")).containsEntry("text_in", 1);
    assertThat(traces.rows("It is rosa.")).containsEntry("text_in", 1);
  }

  /// As it came, tried so often in vain.
  private void text(String name, int tries) {
    shop.database.useTransaction(tx -> tx.createUpdate("""
            insert into text_in (sid, fields, came_at, tries)
            values (:name, jsonb_build_object('From', '+14155550142', 'Body', 'It is ' || :name || '.'), :now, :tries)
            """)
        .bind("name", name)
        .bind("now", shop.clock.instant())
        .bind("tries", tries)
        .execute());
  }

  @Test
  void whomNobodyHeardOfIsForgotten() {
    var chuck = letter("chuck");
    shop.clock.advance(YEAR);
    var luis = letter("luis");
    retention.keepFor(shop.dana, new KeepFor(0, 2));
    passes(YEAR);
    assertThat(retention.peopleOlderThan(2)).isEqualTo(1);
    assertThat(retention.peopleOlderThan(3)).isZero();

    assertThat(retention.run()).isEqualTo(1);

    assertThat(shop.rooms.customers.isForgotten(chuck)).isTrue();
    assertThat(shop.rooms.customers.isForgotten(luis)).isFalse();
    assertThat(retention.run()).isZero();
  }

  @Test
  void whoWaitsOrIsOwedSomethingIsNot() {
    shop.crackedTv();
    var quote = shop.letterFrom("Rosa Delgado", "rosa@example.com", "Quote", "How much?");
    shop.promise(quote, shop.priya, Duration.ofHours(2));
    shop.rooms.confirmations.sorted(quote.id(), "");
    retention.keepFor(shop.dana, new KeepFor(0, 2));
    passes(YEAR.multipliedBy(3));

    assertThat(retention.peopleOlderThan(2)).isZero();
    assertThat(retention.run()).isZero();
  }

  @Test
  void aClockThatIsYearsAheadTakesNothing() {
    letter("chuck");
    retention.keepFor(shop.dana, new KeepFor(30, 2));
    shop.clock.advance(YEAR.multipliedBy(10));
    night();

    assertThat(retention.run()).isZero();

    shop.clock.advance(Duration.ofDays(3));
    assertThat(retention.run()).as("a letter and a person").isEqualTo(2);
  }

  @Test
  void onlyTheTimesOnThePageCanBeChosen() {
    assertThatThrownBy(() -> new KeepFor(1, 0)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new KeepFor(0, 1)).isInstanceOf(Refusal.class);
  }

  /// With a backup three nights ago, as a house has that runs.
  private void passes(Duration time) {
    shop.clock.advance(time.minusDays(3));
    night();
    shop.clock.advance(Duration.ofDays(3));
  }

  private void night() {
    var fact = new BackupTaken(BackupId.next(), BackupTaken.Cause.NIGHT, 1);
    shop.database.useTransaction(tx -> shop.rooms.events.publish(null, fact));
  }

  /// A letter whose matter is over.
  private CustomerId letter(String name) {
    new MailRound(shop).brings(name + "@example.com", """
        From: <%1$s@example.com>\r
        To: hello@marlow.example.com\r
        Message-ID: <one-%1$s@example.com>\r
        Subject: Hello\r
        \r
        It is %1$s.\r
        """.formatted(name));
    var customer = shop.rooms.customers.search(name, 1).getFirst();
    var which = kept.conversations.Which.of(customer.id());
    var matter = shop.rooms.conversations.list(which, null, 1).getFirst().conversation();
    shop.rooms.confirmations.sorted(matter.id(), "");
    return customer.id();
  }
}
