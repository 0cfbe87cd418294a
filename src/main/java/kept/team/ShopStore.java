package kept.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// All SQL of `business` and `opening_span`.
final class ShopStore {
  Optional<Business> business(Handle tx) {
    return tx.createQuery("select * from business")
        .map((row, context) -> new Business(
            row.getString("name"),
            ZoneId.of(row.getString("zone")),
            row.getString("email"),
            row.getString("phone"),
            row.getInt("hue")))
        .findOne();
  }

  OpeningHours hours(Handle tx, ZoneId zone) {
    Map<DayOfWeek, List<OpeningHours.Span>> spans = tx
        .createQuery("select weekday, opens, closes from opening_span order by weekday, opens")
        .map((row, context) -> Map.entry(
            DayOfWeek.of(row.getInt("weekday")),
            new OpeningHours.Span(
                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class))))
        .stream()
        .collect(Collectors.groupingBy(
            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return new OpeningHours(zone, spans);
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
    tx.execute("delete from opening_span");
    hours.spans().forEach((day, spans) -> spans.forEach(span -> insert(tx, day, span)));
  }

  private static void insert(Handle tx, DayOfWeek day, OpeningHours.Span span) {
    tx.createUpdate(
            "insert into opening_span (weekday, opens, closes) values (:day, :opens, :closes)")
        .bind("day", day.getValue())
        .bind("opens", span.opens())
        .bind("closes", span.closes())
        .execute();
  }
}
