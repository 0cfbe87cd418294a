package kept.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.team.Holidays;
import kept.team.Hours;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.ShopTime;
import kept.team.SpecialDay;

/// The pages about hours: with nothing set, with lunch breaks, nights and holidays, and with
/// mistakes.
final class GalleryHours {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final OpeningHours MARLOW = Hours.of(
      "Mon-Thu 08:00-12:00,13:00-18:00; Fri 18:00-24:00; Sat 00:00-02:00,09:00-16:00", ZONE);

  private GalleryHours() {}

  static void hang(Frame frame, Nail wall) {
    var thanksgiving = MARLOW
        .with(new SpecialDay(LocalDate.of(2026, 11, 27), "The wedding", List.of()))
        .with(new SpecialDay(
            LocalDate.of(2026, 12, 24),
            "Christmas Eve",
            List.of(new Span(LocalTime.of(9, 0), LocalTime.of(14, 0)))))
        .with(Holidays.in("us-ca"));
    wall.hang(
        "/settings/hours",
        "settings/hours.jte",
        page(frame, thanksgiving, "Saved. 3 open promises have new alarm times.", Map.of()));
    wall.hang(
        "/settings/hours-none",
        "settings/hours.jte",
        page(frame, Hours.of("", ZONE), null, Map.of()));
    var many = IntStream.range(0, 30)
        .boxed()
        .reduce(
            MARLOW,
            (hours, day) -> hours.with(new SpecialDay(
                LocalDate.of(2026, 12, 1).plusDays(day), "A day of our own", List.of())),
            (one, other) -> other);
    wall.hang(
        "/settings/hours-many",
        "settings/hours.jte",
        page(
            frame,
            many,
            null,
            Map.of(
                "closes_monday",
                "Monday has two stretches that overlap. Let one end before the next begins.",
                "name",
                "Enter the name on the sign.",
                "date",
                "That day is on the list already. Remove it first.")));
  }

  static ShopForm shop() {
    return shop(MARLOW);
  }

  private static SettingsPage.OfHours page(
      Frame frame, OpeningHours hours, String saved, Map<String, String> errors) {
    var words = new HoursWords(hours, new ShopTime(ZONE), GalleryCast.at(14, 24));
    var parts = new HoursParts(
        words.sentence(),
        words.ahead(),
        shop(hours),
        HolidayForm.of(hours.holidays()).page(words, false, null),
        OwnDayForm.EMPTY.page(words));
    return new SettingsPage.OfHours(frame, parts, saved, errors);
  }

  private static ShopForm shop(OpeningHours hours) {
    return new ShopForm(
        "Marlow & Daughter",
        List.of(new Choice("America/Los_Angeles", "Los Angeles (2:24 pm now)", true)),
        false,
        Week.of(hours.spans()).form("Open", "Closed"),
        "5f2c");
  }
}
