package kept.visitor;

import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import kept.promises.StringShape.State;
import kept.visitor.VisitorPage.Agreed;
import kept.visitor.VisitorPage.Foot;
import kept.visitor.VisitorPage.Human;
import kept.visitor.VisitorPage.Lead;
import kept.visitor.VisitorPage.Mark;
import kept.visitor.VisitorPage.Other;
import kept.visitor.VisitorPage.Reach;
import kept.visitor.VisitorPage.Track;
import org.jspecify.annotations.Nullable;

/// Chuck's page at 2:31, in every state it can have.
final class VisitorCast {

  private static final ShopSign SHOP =
      new ShopSign("Marlow & Daughter", "M", 255, "hello@marlow.example.com", "(415) 555-0100");
  private static final Human TOMAS = new Human(
      new Face("TR", 255, true, null),
      "Tomás is bringing it",
      "One stop before you, around 3:45",
      null);
  private static final Human PRIYA = new Human(
      new Face("PN", 165, true, null),
      "Priya knows the story",
      "Nothing to repeat, she has it all in front of her",
      new Reach(
          "mailto:hello+chuck7d@marlow.example.com", "hello@marlow.example.com", "Write", false));
  private static final List<Agreed> AGREED = List.of(
      new Agreed(
          "10:36", null, "You told us the 42″ arrived with a cracked corner. The 70″ is fine."),
      new Agreed(
          "10:40",
          "We promised to swap it today.",
          "No charge, no forms. We take the broken one away."),
      new Agreed("12:15", null, "Tomás loaded your new set and checked the screen."),
      new Agreed(
          "2:30", "We moved it up", "from 5:00 to 4:00, so you can leave for school at 4:30."));
  private static final Lead RUNNING = new Lead(
      "Chuck, here’s what we promised you.",
      "A new 42″ TV, swapped at your place by 4:00 today.",
      "Priya promised it at 10:40 this morning, then moved it an hour earlier for you.",
      track(State.RUNNING, 0.72, new Mark("2:31 now", "On the van"), "4:00"));
  private static final Ask QUESTION = new Ask.Question(
      "Is it sorted?",
      "Tap once Tomás has been. If it isn’t right, Priya hears about it straight away.");
  private static final Foot BEFORE = new Foot("before 4:00, not after", false);

  private static final Ask TAP = new Ask.Question(
      "Is it sorted?", "One tap tells us. If it isn’t right, Priya hears about it straight away.");
  private static final Foot DONE = new Foot(null, false);
  private static final List<Human> HUMANS = List.of(TOMAS, PRIYA);

  private final Assets assets;

  private VisitorCast(Assets assets) {
    this.assets = assets;
  }

  static void hang(Assets assets, Nail nail) {
    var cast = new VisitorCast(assets);
    cast.running(nail);
    cast.ended(nail);
    cast.answered(nail);
    cast.gone(nail);
    BookCast.hang(assets, nail);
  }

  private void running(Nail nail) {
    show(nail, page("running", RUNNING, QUESTION, BEFORE));
    var several = List.of(
        other("Haul away the broken set", "today 4:00"),
        other("Ring about the soundbar", "Wed noon"));
    var path = "/p/running-several";
    show(
        nail,
        new VisitorPage(assets, SHOP, path, RUNNING, several, QUESTION, HUMANS, AGREED, BEFORE));
    path = "/p/running-fifty";
    show(
        nail,
        new VisitorPage(
            assets, SHOP, path, longLead(), fiftyOthers(), QUESTION, HUMANS, fiftyLines(), BEFORE));
    var recap = new Lead(
        "Rosa, here’s what we understood.",
        "A quote for the fridge door",
        "The seal on the left door leaks and you want to know what a new one costs, with fitting.\nNothing is promised yet.",
        null);
    show(
        nail,
        new VisitorPage(
            assets, SHOP, "/p/recap", recap, List.of(), QUESTION, HUMANS, List.of(), DONE));
  }

  private void ended(Nail nail) {
    var kept = new Lead(
        "Chuck, this one is kept.",
        "Your new 42″ TV, swapped at 3:48.",
        "Tomás swapped it 12 minutes before we said.",
        track(State.KEPT, 1, null, "4:00"));
    show(nail, page("kept", kept, TAP, new Foot(null, true)));
    var late = new Lead(
        "Chuck, we were late.",
        "Your new 42″ TV, swapped at 4:35.",
        "We said 4:00. You should have had it by then, and we’re sorry.",
        track(State.KEPT_LATE, 1, null, "4:00"));
    show(nail, page("kept-late", late, TAP, DONE));
    var broken = new Lead(
        "Chuck, we didn’t keep this one.",
        "Your new 42″ TV comes at 5:20 instead of 4:00.",
        "The van broke down in Mill Lane. Priya told you at 3:40, and this new time is ours to keep.",
        track(State.BROKEN, 1, new Mark("3:50 now", "On a new van"), "5:20"));
    show(nail, page("broken", broken, TAP, new Foot("before 5:20, not after", false)));
  }

  private void answered(Nail nail) {
    var kept = new Lead(
        "Chuck, this one is kept.",
        "Your new 42″ TV, swapped at 3:48.",
        "You told us it’s sorted at 4:02.",
        track(State.KEPT, 1, null, "4:00"));
    show(nail, page("sorted", kept, new Ask.Sorted("Good. Thanks, Chuck.", "Tomás", null), DONE));
    var words =
        new Ask.Sorted("Good. Thanks, Chuck.", "Tomás", "You were quick and careful.\nThank you.");
    show(nail, page("sorted-words", kept, words, DONE));
    var problems = List.of(
        new Ask.Problem("not_done", "It hasn’t happened", false),
        new Ask.Problem("not_right", "It happened, but it isn’t right", true),
        new Ask.Problem("something_else", "Something else", false));
    var wrong = new Ask.Wrong(
        problems,
        "The remote is missing.",
        "Say in a few words what is wrong, so nobody has to ask you.");
    show(nail, page("not-yet", kept, wrong, DONE));
    var heard = new Ask.Heard("Priya has it.", "You’ll hear by 4:30.");
    show(nail, page("heard", kept, heard, DONE));
    var reopened = new Lead(
        "Chuck, this is open again.",
        "Your new 42″ TV: the remote is missing.",
        "You told us at 4:05. Priya has it.",
        null);
    show(nail, page("reopened", reopened, heard, DONE));
  }

  private void gone(Nail nail) {
    var old = new LinkGonePage(
        assets, SHOP, "/p/gone", "Our links open for 90 days, and this one is older.", true, false);
    nail.hang("/p/gone", "visitor/gone.jte", old);
    nail.hang(
        "/p/gone-sent",
        "visitor/gone.jte",
        new LinkGonePage(assets, SHOP, "/p/gone", old.words(), true, true));
    var bare = new ShopSign("Ö", "Ö", 100, null, null);
    var revoked = "It was taken back, so that only you see what is yours.";
    nail.hang(
        "/p/gone-revoked",
        "visitor/gone.jte",
        new LinkGonePage(assets, bare, "/p/gone", revoked, false, false));
  }

  private static void show(Nail nail, VisitorPage page) {
    nail.hang(page.path(), "visitor/page.jte", page);
  }

  private VisitorPage page(String name, Lead lead, Ask ask, Foot foot) {
    return new VisitorPage(assets, SHOP, "/p/" + name, lead, List.of(), ask, HUMANS, AGREED, foot);
  }

  private static Track track(State state, double gone, @Nullable Mark now, String until) {
    var string = StringShape.of(
        state,
        gone,
        0.86,
        StringShape.PAGE,
        "72 percent of the time has passed. Tomás is on the way.");
    return new Track(string, new Mark("Promised", "10:40"), now, new Mark("By", until));
  }

  private static Other other(String what, String by) {
    return new Other(
        StringShape.of(State.RUNNING, 0.3, 0.8, StringShape.ROW, "A third of the time has passed."),
        what,
        "by " + by,
        "3 h left",
        null);
  }

  private static Lead longLead() {
    return new Lead(
        "Wilhelmina, here’s what we promised you.",
        "A Donaudampfschiffahrtsgesellschaftskapitänsmütze and fifty brackets, brought to your place by noon tomorrow.",
        "Priya promised it.",
        track(State.DUE, 0.95, new Mark("11:31 now", "On the van"), "noon"));
  }

  private static List<Other> fiftyOthers() {
    return IntStream.range(0, 50)
        .mapToObj(
            i -> other("Bring bracket number " + i + " of the extraordinarily long series", "noon"))
        .toList();
  }

  private static List<Agreed> fiftyLines() {
    return IntStream.range(0, 50)
        .mapToObj(i -> new Agreed(
            "Nov " + (i % 30 + 1),
            null,
            "You wrote to us for the " + i
                + "th time at https://example.com/a/very/long/address/that/never/ends/anywhere"))
        .toList();
  }
}
