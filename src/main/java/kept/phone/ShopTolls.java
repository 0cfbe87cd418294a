package kept.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.line.sip.TollRules;
import kept.platform.Database;
import kept.platform.PhoneNumbers;

/// What the shop's phones may dial over its trunks, and what of the day's money is spent. Threads
/// may share this object.
public final class ShopTolls {
  private static final int CALLS_A_MINUTE = 30;
  private static final int CENTS_A_DAY = 5_000;
  /// What a minute is taken to cost: more than carriers ask for a call within the country.
  private static final int CENTS_A_MINUTE = 5;
  /// Numbers within a country that cost far more, and that a stolen password is used for.
  private static final Set<String> PREMIUM = Set.of("1900", "1976", "449", "49900");

  private final Database database;
  private final ZoneId zone;

  public ShopTolls(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  /// For a line that is opened now.
  ///
  /// @param countries their calling codes, without the plus
  /// @param region whose emergency numbers are dialled whatever they cost
  TollRules rules(Set<String> countries, String region, Instant now) {
    return new TollRules(
        countries,
        PREMIUM,
        PhoneNumbers.emergencies(region),
        countries.stream()
            .collect(Collectors.toMap(Function.identity(), country -> CENTS_A_MINUTE)),
        CENTS_A_DAY,
        CENTS_A_MINUTE * minutesSinceMidnight(now),
        CALLS_A_MINUTE);
  }

  /// Every minute begun is a whole one: of calls out, of mobiles of ours that rang, and of whoever
  /// outside got a caller handed over.
  private long minutesSinceMidnight(Instant now) {
    var midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    return database.read(tx -> tx.createQuery("""
            with today as (
                 select id, direction, rang_at, ended_at from call
                  where began_at >= :midnight and carrier = 'line'),
                 way (since, until) as (
                 select rang_at, ended_at from today where direction = 'outbound'
                  union all
                 select l.rang_at, l.left_at
                   from today join call_leg l on l.call = today.id
                  where l.kind = 'mobile' or (l.kind = 'called' and direction = 'inbound'))
            select coalesce(sum(1 + floor(extract(epoch from coalesce(until, :now) - since) / 60)), 0)
              from way where since is not null
            """)
        .bind("midnight", midnight)
        .bind("now", now)
        .mapTo(Long.class)
        .one());
  }
}
