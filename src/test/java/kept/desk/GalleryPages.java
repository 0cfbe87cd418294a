package kept.desk;

import static kept.desk.GalleryCast.at;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.platform.http.Assets;
import kept.platform.pages.Face;

/// Every page of the gallery: each with none, with some and with fifty things on it.
final class GalleryPages {

  private GalleryPages() {}

  static void hang(Assets assets, Nail wall) {
    today(assets, wall);
    GalleryPromises.hang(assets, wall);
    GallerySettings.hang(assets, wall);
    GalleryFrontDoor.hang(GalleryCast.frame(assets, "Front door", Place.FRONT_DOOR), wall);
  }

  private static void today(Assets assets, Nail wall) {
    var frame = GalleryCast.frame(assets, "Today", Place.TODAY);
    wall.hang("/today", "desk/today.jte", some(frame));
    wall.hang("/today-none", "desk/today.jte", none(sample(frame)));
    wall.hang("/today-fifty", "desk/today.jte", fifty(frame));
  }

  static Frame sample(Frame frame) {
    var helper = new Frame.Me(GalleryCast.TOMAS, "Tomás", false, kept.team.Role.HELPER);
    return new Frame(
        frame.title(),
        frame.place(),
        helper,
        new Frame.Badges(0, 0),
        null,
        new Frame.Lever(
            "2:24 pm, Tuesday",
            List.of(
                new Frame.Press("Somebody rings", "/try/calls"),
                new Frame.Press("Pick up Priya’s phone", "/try/phones/101/answer"))),
        at(14, 24),
        "",
        frame.assets());
  }

  private static TodayPage some(Frame frame) {
    var lede = new TodayPage.Lede(
        "Tuesday, November 24",
        "open until 6:00",
        "Five promises left today.",
        "Rosa’s is due in 21 minutes and Justin can’t make it.",
        true);
    var today = List.of(
        GalleryCast.rosa(),
        GalleryCast.marcus(),
        GalleryCast.amir(),
        GalleryCast.chuck(),
        GalleryCast.okafor(),
        GalleryCast.kept());
    var promised =
        new TodayPage.Promised("5 left today", today, List.of(GalleryCast.hillside()), 2, null);
    return new TodayPage(
        frame,
        lede,
        DayLine.of(GalleryCast.day(), GalleryCast.strands()),
        new TodayPage.Waiting(GalleryCast.waiting(), 0),
        promised,
        side(),
        List.of());
  }

  private static TodayPage none(Frame frame) {
    var lede = new TodayPage.Lede(
        "Tuesday, November 24",
        "closed today",
        "Nobody is waiting and nothing is promised for today.",
        null,
        true);
    var promised = new TodayPage.Promised(
        "none today",
        List.of(),
        List.of(),
        0,
        "Nothing promised for today. Nice and quiet. Next: Ring Rosa with the quote, Wed 9:00 am.");
    var steps = List.of(
        new TodayPage.Step("Tell Kept the shop’s mail address", "/settings/channels", true),
        new TodayPage.Step("Invite the team", "/settings/team", false));
    return new TodayPage(
        frame,
        lede,
        DayLine.of(GalleryCast.day(), List.of()),
        new TodayPage.Waiting(List.of(), 0),
        promised,
        new TodayPage.Side(List.of(), List.of(), List.of()),
        steps);
  }

  private static TodayPage fifty(Frame frame) {
    var lede = new TodayPage.Lede(
        "Tuesday, November 24",
        "open until 6:00",
        "Fifty promises left today.",
        "Three broke, and nobody has told Wilhelmina Featherstonehaugh-Montgomery yet.",
        false);
    var waiting = new ArrayList<WaitRow>();
    IntStream.range(0, 50)
        .forEach(i -> waiting.add(GalleryCast.waits(
            i + 1,
            "Wilhelmina Featherstonehaugh-Montgomery " + i,
            "wrote by email, for the third time",
            "“Where is it? ".repeat(12) + "”",
            "envelope-simple",
            i + " min",
            i > 2)));
    var promised = new TodayPage.Promised(
        "50 left today", GalleryCast.fifty(), GalleryCast.fifty().subList(0, 3), 0, null);
    return new TodayPage(
        frame,
        lede,
        DayLine.of(GalleryCast.day(), GalleryCast.fiftyStrands()),
        new TodayPage.Waiting(waiting, 7),
        promised,
        side(),
        List.of());
  }

  private static TodayPage.Side side() {
    return new TodayPage.Side(
        List.of(
            new TodayPage.Gentle(
                Face.of("Chuck Alvarez"),
                "Chuck Alvarez",
                "/people/1",
                "New TV arrived cracked. Guests Thursday."),
            new TodayPage.Gentle(
                Face.of("Marcus Boyd"),
                "Marcus Boyd",
                "/people/2",
                "Tried us twice today, no answer.")),
        List.of(
            new TodayPage.Here(GalleryCast.PRIYA, "You", "Taking calls"),
            new TodayPage.Here(GalleryCast.EDIE, "Edie", "Workshop, rings second"),
            new TodayPage.Here(GalleryCast.JUSTIN, "Justin", "At a job until 3:30"),
            new TodayPage.Here(GalleryCast.TOMAS, "Tomás", "Driving, 2 stops left"),
            new TodayPage.Here(
                GalleryCast.DANA, "Dana", "Away, rings if a promise is about to break")),
        List.of(
            new TodayPage.Fact("Promises kept", "17 of 17"),
            new TodayPage.Fact("First reply", "11 min")));
  }
}
