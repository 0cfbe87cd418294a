package kept.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import kept.customers.CustomerId;
import kept.customers.Forgetting;
import kept.email.RawMail;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.team.AgentId;
import kept.texts.RawTexts;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been kept for as long as the owner chose goes, in small steps. All SQL of
/// `privacy_rule`. Threads may share this object.
public final class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  /// As many an hour, so that the day's work never waits for it.
  private static final int LETTERS = 2_000;

  private static final int LETTERS_AT_ONCE = 200;
  private static final int PEOPLE = 100;
  private static final Duration SETTLED = Duration.ofDays(2);
  private static final Duration LATELY = Duration.ofDays(7);

  private final Database database;
  private final Events events;
  private final RawMail rawMail;
  private final RawTexts rawTexts;
  private final Forgetting forgetting;
  private final InstantSource clock;

  /// What is kept as it came, beside what was read out of it or because nothing could be.
  public record AsTheyCame(RawMail letters, RawTexts texts) {}

  public Retention(
      Database database,
      Events events,
      AsTheyCame raw,
      Forgetting forgetting,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.rawMail = raw.letters();
    this.rawTexts = raw.texts();
    this.forgetting = forgetting;
    this.clock = clock;
  }

  /// For ever, until the owner says otherwise.
  public KeepFor rule() {
    return database.read(tx -> tx.createQuery("select * from privacy_rule")
        .map((row, context) -> new KeepFor(row.getInt("raw_mail_days"), row.getInt("people_years")))
        .findOne()
        .orElse(KeepFor.EVER));
  }

  public void keepFor(AgentId by, KeepFor rule) {
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into privacy_rule (raw_mail_days, people_years, changed_at)
              values (nullif(:days, 0), nullif(:years, 0), :now)
                  on conflict (only_one) do update
                 set raw_mail_days = nullif(:days, 0), people_years = nullif(:years, 0), changed_at = :now
              """)
          .bind("days", rule.rawMailDays())
          .bind("years", rule.peopleYears())
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new PrivacyRuleChanged(by));
    });
  }

  /// How many letters would go at once if they were kept for so many days.
  public int lettersOlderThan(int days) {
    return days == 0 ? 0 : rawMail.countReadBefore(daysAgo(days));
  }

  /// How many people would be forgotten at once if they were kept for so many years.
  public int peopleOlderThan(int years) {
    return years == 0
        ? 0
        : database.read(tx -> unheardOf(tx, yearsAgo(years), 100_000)).size();
  }

  /// One hour's share; says how many letters, texts and people went. None does before a backup
  /// of some nights ago shows that the clock is right: years ahead it would empty the house.
  public int run() {
    if (!database.read(this::isClockProven)) return 0;
    var rule = rule();
    var gone = rule.rawMailDays() == 0 ? 0 : forgetRaw(daysAgo(rule.rawMailDays()));
    return gone + (rule.peopleYears() == 0 ? 0 : forgetPeople(yearsAgo(rule.peopleYears())));
  }

  private boolean isClockProven(Handle tx) {
    return tx.createQuery("""
            select exists (select from event
                            where kind = 'backup_taken' and at between :from and :to)
            """)
        .bind("from", clock.instant().minus(LATELY))
        .bind("to", clock.instant().minus(SETTLED))
        .mapTo(Boolean.class)
        .one();
  }

  private int forgetRaw(Instant limit) {
    return rawTexts.forgetUnfiledBefore(limit) + forgetLetters(limit);
  }

  private int forgetLetters(Instant limit) {
    int gone = 0;
    while (gone < LETTERS) {
      var some = rawMail.forgetReadBefore(limit, LETTERS_AT_ONCE);
      gone += some;
      if (some < LETTERS_AT_ONCE) break;
    }
    return gone;
  }

  /// Each in a transaction of their own; whoever was heard of in between stays.
  private int forgetPeople(Instant limit) {
    int gone = 0;
    for (var id : database.read(tx -> unheardOf(tx, limit, PEOPLE))) {
      try {
        forgetting.forget(null, id);
        gone++;
      } catch (Refusal e) {
        log.info("customer={} is not forgotten yet: {}", id, e.sentence());
      }
    }
    return gone;
  }

  /// Nothing moved since, nothing is open, nothing is owed.
  private static List<CustomerId> unheardOf(Handle tx, Instant limit, int most) {
    return tx.createQuery("""
            select c.id
              from customer c
             where c.forgotten_at is null and c.merged_into is null and c.since < :limit
               and not exists (select 1 from conversation v
                                where v.customer = c.id and (v.moved_at >= :limit or v.state in ('open', 'waiting')))
               and not exists (select 1 from identity i where i.customer = c.id and i.last_used_at >= :limit)
               and not exists (select 1 from call l where l.customer = c.id and l.began_at >= :limit)
               and not exists (select 1 from promise p
                                where p.customer = c.id and (p.state = 'open' or p.ended_at >= :limit))
             order by c.since, c.id
             limit :most
            """)
        .bind("limit", limit)
        .bind("most", most)
        .map((row, context) -> Rows.id(row, "id", CustomerId::new))
        .list();
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private Instant yearsAgo(int years) {
    return clock.instant().atZone(ZoneOffset.UTC).minusYears(years).toInstant();
  }
}
