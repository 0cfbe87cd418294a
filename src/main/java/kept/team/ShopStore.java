package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.team.OpeningHours.Span;
import org.jdbi.v3.core.Handle;

/// All SQL of `business`, `opening_span`, `special_day` and `special_span`.
final class ShopStore {
  Optional<Business> business(Handle tx) {
    return business(tx, "select * from business");
  }

  /// Whoever changes the hours waits for whoever is changing them.
  Optional<Business> locked(Handle tx) {
    return business(tx, "select * from business for update");
  }

  /// Nobody changes it before the running transaction ends.
  Optional<Business> staying(Handle tx) {
    return business(tx, "select * from business for share");
  }

  private static Optional<Business> business(Handle tx, String query) {
    return tx.createQuery(query)
        .map((row, context) -> new Business(
            row.getString("name"),
            ZoneId.of(row.getString("zone")),
            row.getString("email"),
            row.getString("phone"),
            row.getInt("hue")))
        .findOne();
  }

  OpeningHours hours(Handle tx, ZoneId zone) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    var specialDays = new HashMap<LocalDate, SpecialDay>();
    var holidays = tx.createQuery("""
            select b.holidays, s.*
              from business b
              left join (
                   select weekday, null::date as day, null as name, opens, closes
                     from opening_span
                    union all
                   select null, d.day, d.name, s.opens, s.closes
                     from special_day d
                     left join special_span s on s.day = d.day) s on true
             order by s.weekday, s.opens
            """)
        .map((row, context) -> {
          var spans = row.getString("opens") == null ? List.<Span>of() : List.of(span(row));
          var day = row.getObject("day", LocalDate.class);
          if (day != null)
            specialDays.merge(
                day, new SpecialDay(day, row.getString("name"), spans), ShopStore::both);
          else if (!spans.isEmpty())
            week.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), _ -> new ArrayList<>())
                .addAll(spans);
          return row.getString("holidays");
        })
        .list();
    return new OpeningHours(zone, week, specialDays, new Holidays(holidays.getFirst()));
  }

  private static SpecialDay both(SpecialDay day, SpecialDay rest) {
    var spans = Stream.concat(day.spans().stream(), rest.spans().stream()).toList();
    return new SpecialDay(day.day(), day.name(), spans);
  }

  static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class));
  }

  void set(Handle tx, Business business) {
    tx.createUpdate("""
            insert into business (name, zone, email, phone, hue)
            values (:name, :zone, lower(:email), :phone, :hue)
                on conflict (single)
                do update set name = :name, zone = :zone, email = lower(:email), phone = :phone, hue = :hue
            """)
        .bind("name", business.name())
        .bind("zone", business.zone().getId())
        .bind("email", business.email())
        .bind("phone", business.phone())
        .bind("hue", business.hue())
        .execute();
  }

  void setHours(Handle tx, OpeningHours hours) {
    tx.createUpdate("update business set holidays = :region")
        .bind("region", hours.holidays().region())
        .execute();
    tx.execute("delete from opening_span");
    hours.spans().forEach((day, spans) -> spans.forEach(span -> insert(tx, day, span)));
    tx.execute("delete from special_day");
    hours.specialDays().values().forEach(day -> insert(tx, day));
  }

  private static void insert(Handle tx, DayOfWeek day, Span span) {
    tx.createUpdate(
            "insert into opening_span (weekday, opens, closes) values (:day, :opens, :closes)")
        .bind("day", day.getValue())
        .bind("opens", span.opens())
        .bind("closes", span.closes())
        .execute();
  }

  private static void insert(Handle tx, SpecialDay special) {
    tx.createUpdate("insert into special_day (day, name) values (:day, :name)")
        .bind("day", special.day())
        .bind("name", special.name())
        .execute();
    for (var span : special.spans()) {
      tx.createUpdate(
              "insert into special_span (day, opens, closes) values (:day, :opens, :closes)")
          .bind("day", special.day())
          .bind("opens", span.opens())
          .bind("closes", span.closes())
          .execute();
    }
  }
}
