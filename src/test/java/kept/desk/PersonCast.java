package kept.desk;

import static kept.desk.GalleryCast.at;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.ConversationContext.Sure;
import kept.desk.PersonPage.Identity;
import kept.desk.PersonPage.Promised;
import kept.desk.PersonPage.Side;
import kept.desk.PersonPage.Story;
import kept.desk.PersonPage.Talk;
import kept.desk.PersonPage.Talks;
import kept.desk.PersonPage.Turn;
import kept.desk.PromiseRow.Due;
import kept.desk.PromiseRow.Keeper;
import kept.desk.PromiseRow.May;
import kept.promises.StringShape.State;

/// Chuck's page, somebody new, and somebody with fifty of everything.
final class PersonCast {

  private PersonCast() {}

  static PersonPage chuck(Frame frame) {
    var context = ContextCast.chuck();
    var turns = List.of(
        new Turn(
            "Chuck",
            "today 10:36",
            "The 42″ I bought Saturday arrived with the lower left corner cracked.",
            "/c/chuck#e1"),
        new Turn(
            "Priya",
            "today 10:40",
            "We’ll swap it today before 5:00. No charge, no forms.",
            "/c/chuck#e2"),
        new Turn(
            "Chuck", "today 2:18", "Any idea what time? I pick my kid up at 4:30.", "/c/chuck#e6"));
    var rows = List.of(
        GalleryCast.chuck(),
        ended("deliver", "Deliver both TVs before noon", State.KEPT, "kept"),
        ended("ring", "Ring about the soundbar", State.KEPT_LATE, "due"));
    var talks = List.of(
        new Talk(
            "Cracked 42″ TV",
            "/c/chuck",
            "“Any idea what time? I pick my kid up at 4:30.”",
            "Open",
            "live",
            "2:18"),
        new Talk(
            "Two TVs for Thanksgiving",
            "/c/two",
            "bought in the shop, delivered",
            "Waiting on them",
            "line",
            "Nov 22"),
        new Talk("Soundbar hums", "/c/hum", "new cable, no charge", "Sorted", "kept", "Mar 6"));
    var identities = List.of(
        new Identity("envelope-simple", "chuck@alvarez.example.com", "from his 2019 receipt", true),
        new Identity("phone", "(415) 555-0142", "he wrote it on Monday", false));
    return new PersonPage(
        frame,
        context.who(),
        "Nine years and six promises kept, one of them a day late. Chuck is waiting for a TV today.",
        new Story("the last 3 of 14 mails", turns, context.sure(), context.known()),
        new Promised(
            "7 in nine years",
            YearsCast.chuck(),
            rows,
            new PersonPage.Link("3 older, all kept", "/people/chuck?promises=all")),
        new Talks("1 open, 1 waiting on them, 10 sorted", talks),
        new Side(
            3,
            "He tapped the link we sent, today 10:43. Enough for refunds and a new address.",
            identities,
            context.costs(),
            context.owns()));
  }

  static PersonPage lena(Frame frame) {
    var context = ContextCast.lena();
    return new PersonPage(
        frame,
        context.who(),
        "We’ve only just met Lena.",
        new Story("", List.of(), context.sure(), List.of()),
        new Promised("none", null, List.of(), null),
        new Talks("none", List.of()),
        new Side(1, "We only know the address.", List.of(), List.of(), List.of()));
  }

  static PersonPage fifty(Frame frame) {
    var context = ContextCast.fifty();
    var turns = IntStream.range(0, 9)
        .mapToObj(i -> new Turn(
            "Wilhelmina",
            "Nov " + i,
            "Donaudampfschiffahrtsgesellschaftskapitän".repeat(3),
            "/c/x"))
        .toList();
    var talks = IntStream.range(0, 50)
        .mapToObj(i -> new Talk(
            "Bracket " + i,
            "/c/" + i,
            "Donaudampfschiffahrtsgesellschaftskapitän".repeat(2),
            "Sorted",
            "kept",
            "Nov 2"))
        .toList();
    var identities = Stream.of("a", "b", "c")
        .map(i ->
            new Identity("envelope-simple", i.repeat(70) + "@example.com", "wrote from it", false))
        .toList();
    return new PersonPage(
        frame,
        context.who(),
        "Twenty-eight years and 1,250 promises kept, fifty of them a day late.",
        new Story(
            "the last 9 of 5,000 mails",
            turns,
            new Sure("Looks like Wilhelmina", "The address is hers.", "line"),
            context.known()),
        new Promised("1,250 in 28 years", YearsCast.many(1250, 28), GalleryCast.fifty(), null),
        new Talks("50 sorted", talks),
        new Side(2, "The address is on file.", identities, context.costs(), context.owns()));
  }

  private static PromiseRow ended(String id, String what, State state, String tone) {
    return GalleryCast.row(
        id,
        what,
        "Justin promised by email",
        GalleryCast.string(state, 1, what + ", ended"),
        new Keeper(GalleryCast.JUSTIN, "Justin"),
        new Due(at(9, 0), "Nov 22", state == State.KEPT ? "kept" : "a day late", tone),
        May.LOOK);
  }
}
