package kept.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    var holidays =
        tx.createQuery("select holidays from business").mapTo(String.class).one();
    return new OpeningHours(zone, spans(tx), specialDays(tx), new Holidays(holidays));
  }

  private static Map<DayOfWeek, List<OpeningHours.Span>> spans(Handle tx) {
    return tx
        .createQuery("select weekday, opens, closes from opening_span order by weekday, opens")
        .map((row, context) -> Map.entry(DayOfWeek.of(row.getInt("weekday")), span(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Map<LocalDate, SpecialDay> specialDays(Handle tx) {
    var spans = tx
        .createQuery("select day, opens, closes from special_span")
        .map((row, context) -> Map.entry(row.getObject("day", LocalDate.class), span(row)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return tx
        .createQuery("select day, name from special_day")
        .map((row, context) -> {
          var day = row.getObject("day", LocalDate.class);
          return new SpecialDay(day, row.getString("name"), spans.getOrDefault(day, List.of()));
        })
        .stream()
        .collect(Collectors.toMap(SpecialDay::day, Function.identity()));
  }

  static OpeningHours.Span span(ResultSet row) throws SQLException {
    return new OpeningHours.Span(
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

  private static void insert(Handle tx, DayOfWeek day, OpeningHours.Span span) {
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
