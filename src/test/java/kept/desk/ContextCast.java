package kept.desk;

import java.util.List;
import java.util.stream.IntStream;
import kept.desk.ConversationContext.Cost;
import kept.desk.ConversationContext.Known;
import kept.desk.ConversationContext.Matter;
import kept.desk.ConversationContext.Owed;
import kept.desk.ConversationContext.Owned;
import kept.desk.ConversationContext.Reach;
import kept.desk.ConversationContext.Sure;
import kept.desk.ConversationContext.Who;
import kept.platform.pages.Face;

/// What we know of Chuck, of somebody new, and of somebody with fifty of everything.
final class ContextCast {

  private static final Who CHUCK = new Who(
      "chuck",
      Face.of("Chuck Alvarez").withHue(130),
      "Chuck Alvarez",
      "Chuck",
      "/people/chuck",
      "Customer since 2017");
  private static final Sure SURE = new Sure(
      "It’s Chuck",
      "He tapped the link we sent, today 10:43. Enough for refunds and a new address.",
      "kept");

  private ContextCast() {}

  static ConversationContext chuck() {
    return new ConversationContext(
        CHUCK,
        SURE,
        List.of(
            new Known("Address", "14 Mill Lane, side door"),
            new Known("Order 8841", "Two TVs, Saturday"),
            new Known("Serial", "LU-42-00817"),
            new Known("Side gate code", "4471")),
        List.of(
            new Cost("Mails", "3"),
            new Cost("Handed over", "0"),
            new Cost("Had to repeat", "Nothing")),
        List.of(
            new Owed("clock-countdown", "kept", "Swap the 42″", null, "5:00"),
            new Owed("check-circle-fill", "kept", "Deliver both TVs before noon", null, "Nov 22"),
            new Owed("warning-circle", "due", "Ring about the soundbar", "a day late", "Mar 3")),
        List.of(
            new Owned("storefront", "42″ Lumen L4", "cracked", "Nov 21"),
            new Owned("storefront", "70″ Lumen L7", "", "Nov 21")),
        List.of(
            new Reach("envelope-simple", "chuck@alvarez.example.com", ""),
            new Reach("phone", "(415) 555-0142", "mobile")),
        List.of(
            new Matter("Two TVs for Thanksgiving", "/c/two", "Waiting", "line"),
            new Matter("Soundbar hums", "/c/hum", "Sorted", "kept")));
  }

  static ConversationContext lena() {
    return new ConversationContext(
        new Who(
            "lena",
            Face.of("Lena"),
            "Lena Whitfield",
            "Lena",
            "/people/lena",
            "First time we’ve heard from Lena"),
        new Sure("Not met before", "We only know the address they wrote from.", "line"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Reach(
            "envelope-simple", "lena.whitfield.the.very.long.address@subdomain.example.com", "")),
        List.of());
  }

  static ConversationContext fifty() {
    return new ConversationContext(
        new Who(
            "w",
            Face.of("W F"),
            "Wilhelmina Featherstonehaugh-Montgomery",
            "Wilhelmina",
            "/people/w",
            "Customer since 1998"),
        SURE,
        IntStream.range(0, 50)
            .mapToObj(i -> new Known("Fact " + i, "Value " + i))
            .toList(),
        IntStream.range(0, 9).mapToObj(i -> new Cost("Cost " + i, i + " min")).toList(),
        IntStream.range(0, 50)
            .mapToObj(i -> new Owed(
                "check-circle-fill", "kept", "Ring about bracket " + i, null, "Nov " + i % 30))
            .toList(),
        IntStream.range(0, 50)
            .mapToObj(i -> new Owned("storefront", "Bracket " + i, "", "2019"))
            .toList(),
        List.of(new Reach("envelope-simple", "w@example.com", "")),
        IntStream.range(0, 50)
            .mapToObj(i -> new Matter(
                "Bracket number " + i + " does not fit on the wall", "/c/" + i, "Sorted", "kept"))
            .toList());
  }
}
