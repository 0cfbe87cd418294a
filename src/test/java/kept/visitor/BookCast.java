package kept.visitor;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.visitor.BookPage.Day;
import kept.visitor.BookPage.Known;
import kept.visitor.BookPage.Lead;
import kept.visitor.BookPage.Picked;
import kept.visitor.BookPage.Them;
import kept.visitor.BookPage.Time;
import org.jspecify.annotations.Nullable;

/// Booking a call at 2:30, as Marcus with his link and as a stranger without one.
record BookCast(Assets assets) {
  private static final ShopSign SHOP =
      new ShopSign("Marlow & Daughter", "M", 255, "hello@marlow.example.com", "(415) 555-0100");
  private static final Lead MISSED = new Lead(
      "Sorry we missed you, Marcus.",
      "When shall a person ring you?",
      "Priya has you down for 2:58\u00a0pm today. Keep that, or pick what suits.");
  private static final Lead STRANGER =
      new Lead(null, "When shall a person ring you?", "Pick what suits. No menu, no hold.");
  private static final Known CALLED_FROM =
      new Known("(415) 555-0118", "The number you called from.");
  private static final Them MARCUS = new Them(CALLED_FROM, "", "", "Dishwasher leaves a puddle");
  private static final List<Time> SOONEST = List.of(
      new Time("1", "In 15 minutes", "about 2:45 pm, Priya", false),
      new Time("2", "3:30 pm today", "Priya", true),
      new Time("3", "8:15 am tomorrow", "Edie", false));

  static void hang(Assets assets, Nail nail) {
    var cast = new BookCast(assets);
    nail.hang("/book/marcus", "visitor/book.jte", cast.page(MISSED, null, MARCUS, Map.of()));
    var wednesday = new Picked("Wednesday, November 25", quarters());
    nail.hang("/book/day", "visitor/book.jte", cast.page(MISSED, wednesday, MARCUS, Map.of()));
    nail.hang(
        "/book",
        "visitor/book.jte",
        cast.page(STRANGER, null, new Them(null, "", "", ""), Map.of()));
    var wrong = Map.of(
        "slot", "That time has just been taken. Pick another.",
        "name", "Say what you’re called.",
        "number", "Enter a number people can ring back.");
    nail.hang(
        "/book/wrong",
        "visitor/book.jte",
        cast.page(STRANGER, null, new Them(null, "", "12", "A fridge"), wrong));
    nail.hang(
        "/book/number",
        "visitor/book-number.jte",
        new NumberPage(
            assets,
            SHOP,
            "/book/marcus",
            "(415) 555-0118",
            "12",
            "Enter a number people can ring back."));
    nail.hang(
        "/book/booked",
        "visitor/book-over.jte",
        new BookOverPage(
            assets,
            SHOP,
            "We’ll ring you at 3:30 pm today.",
            "On (415) 555-0118. A person rings, and has read what you told us."));
  }

  private BookPage page(Lead lead, @Nullable Picked picked, Them them, Map<String, String> errors) {
    return new BookPage(
        assets,
        SHOP,
        "/book/marcus",
        lead,
        SOONEST,
        days(picked != null),
        picked,
        them,
        "key",
        errors);
  }

  private static List<Day> days(boolean dayPicked) {
    return List.of(
        new Day("/book/day", "Wed", "Nov 25", true, dayPicked),
        new Day("/book/day", "Thu", "closed", false, false),
        new Day("/book/day", "Fri", "Nov 27", true, false),
        new Day("/book/day", "Sat", "Nov 28", true, false),
        new Day("/book/day", "Sun", "closed", false, false),
        new Day("/book/day", "Mon", "Nov 30", true, false));
  }

  private static List<Time> quarters() {
    return IntStream.range(0, 40)
        .mapToObj(quarter -> {
          var hour = 8 + quarter / 4;
          var words = "%d:%02d %s"
              .formatted((hour + 11) % 12 + 1, quarter % 4 * 15, hour < 12 ? "am" : "pm");
          return new Time("q" + quarter, words, "Priya", quarter == 6);
        })
        .toList();
  }
}
