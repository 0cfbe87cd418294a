package kept.desk;

import static kept.desk.GalleryCast.at;

import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.desk.AddPromise.Fix;
import kept.desk.AddPromise.Mood;
import kept.desk.AddPromise.Piece;
import kept.desk.AddPromise.Sentence;
import kept.desk.AddPromise.Typed;
import kept.desk.PromiseRow.Due;
import kept.desk.PromiseRow.Keeper;
import kept.desk.PromiseRow.May;
import kept.platform.http.Assets;
import kept.promises.StringShape.State;
import org.jspecify.annotations.Nullable;

/// The board of promises, one promise by itself, and what pops up beside a row.
final class GalleryPromises {

  private GalleryPromises() {}

  static void hang(Assets assets, Nail wall) {
    var frame = GalleryCast.frame(assets, "Promises", Place.PROMISES);
    wall.hang("/promises", "desk/promises.jte", some(frame));
    wall.hang("/promises-none", "desk/promises.jte", none(frame));
    wall.hang("/promises-fifty", "desk/promises.jte", fifty(frame));
    wall.hang("/promise", "desk/promise.jte", promise(frame));
  }

  private static PromisesPage some(Frame frame) {
    var heading = new PromisesPage.Heading(
        "Promises · Tuesday 2:24",
        "Eleven promises to keep.",
        "Rosa’s breaks in 21 minutes unless somebody rings her.",
        ways());
    var today = List.of(
        GalleryCast.rosa(),
        GalleryCast.marcus(),
        GalleryCast.amir(),
        GalleryCast.chuck(),
        GalleryCast.okafor());
    var now = List.of(
        new PromisesPage.Section(
            "late",
            "Late",
            "1",
            List.of(late()),
            "Hillside was told at 4:10 by Dana. Dana and Justin know.",
            null),
        PromisesPage.Section.of("today", "Today", today),
        new PromisesPage.Section(
            "kept",
            "Kept today",
            "6, all in time",
            List.of(GalleryCast.kept()),
            null,
            new PromisesPage.More("5 more this morning", "/promises?show=kept")));
    var later = List.of(
        PromisesPage.Section.of("tomorrow", "Tomorrow", List.of(GalleryCast.hillside())),
        PromisesPage.Section.of(
            "week", "This week", List.of(GalleryCast.hillside(), GalleryCast.hillside())));
    var whose = List.of(
        new PromisesPage.Whose("Everyone", "/promises", true),
        new PromisesPage.Whose("Mine", "/promises?whose=me", false),
        new PromisesPage.Whose("Justin", "/promises?whose=justin", false));
    var loads = List.of(
        new PromisesPage.Load(GalleryCast.JUSTIN, "Justin", 75, true, "3, 1 at risk"),
        new PromisesPage.Load(GalleryCast.TOMAS, "Tomás", 75, false, "3"),
        new PromisesPage.Load(GalleryCast.EDIE, "Edie", 50, false, "2"));
    return new PromisesPage(
        frame,
        heading,
        add("call Lena about her dryer part by 4, Edie"),
        new PromisesPage.Board(
            "/promises/board", now, broken(3, 9), later, loads, whose, List.of()));
  }

  private static PromisesPage none(Frame frame) {
    var heading = new PromisesPage.Heading(
        "Promises · Tuesday 2:24", "Nothing owed to anyone.", null, ways());
    var board = new PromisesPage.Board(
        "/promises/board", List.of(), broken(1, 0), List.of(), List.of(), List.of(), List.of());
    return new PromisesPage(frame, heading, add("call lena", "Say by when."), board);
  }

  private static PromisesPage fifty(Frame frame) {
    var heading = new PromisesPage.Heading(
        "Promises · Tuesday 2:24", "A hundred promises to keep.", null, ways());
    var board = new PromisesPage.Board(
        "/promises/board",
        List.of(PromisesPage.Section.of("today", "Today", GalleryCast.fifty())),
        broken(50, 0),
        List.of(PromisesPage.Section.of("later", "Later", GalleryCast.fifty())),
        List.of(),
        List.of(),
        List.of());
    return new PromisesPage(frame, heading, new AddPromise("", "", null), board);
  }

  static PromisesPage.Broken broken(int rows, int left) {
    var row = new PromisesPage.BrokenRow(
        "hillside",
        "Call Hillside Café about the compressor",
        "/c/hillside",
        late().string(),
        "Due Thu 4:00 pm, done Fri 9:20 am.",
        "Dana wrote to them Thu 6:10 pm, before they asked.",
        new PromisesPage.Second("Justin has nobody second.", "/settings/team/justin/second"));
    return new PromisesPage.Broken(
        rows + left + " in the last seven days",
        IntStream.range(0, rows).mapToObj(i -> numbered(row, i)).toList(),
        left == 0 ? null : new PromisesPage.More("and " + left + " more", "/promises?show=broken"));
  }

  private static PromisesPage.BrokenRow numbered(PromisesPage.BrokenRow row, int i) {
    var second =
        i % 2 == 0 ? row.second() : new PromisesPage.Second("Edie is second for Justin now.", null);
    return new PromisesPage.BrokenRow(
        row.id() + i, row.what(), row.href(), row.string(), row.words(), row.told(), second);
  }

  private static PromisePage promise(Frame frame) {
    var log = List.of(
        new PromisePage.Happened("11:20", "Justin promised it on the phone", null),
        new PromisePage.Happened("1:53", "Justin was nudged, not seen", "due"));
    var shown = new PromisePage.Shown(
        "rosa",
        List.of(new PromisePage.Piece("UPS 1Z 999 AA1", "Tomás, 2:31", "/keys", "porch.jpg")),
        true,
        "Say what shows it, for example a tracking number, or add a photo.");
    return new PromisePage(
        frame, "Promised to Rosa Delgado", GalleryCast.rosa(), more(), newTime(), shown, log);
  }

  static PromisePage.More more() {
    return new PromisePage.More(
        "marcus",
        "Call Marcus Boyd back",
        false,
        "/c/marcus",
        true,
        List.of(
            new Choice("edie", "Edie, then Priya", true),
            new Choice("justin", "Justin, then Dana", false)),
        "Warn Edie now",
        new LettingGo("", "").form(null),
        List.of("Nudge at 2:48 goes to you."));
  }

  static NewTime newTime() {
    var slots = List.of(
        new NewTime.Slot("2026-11-24T15:45", "3:45", "today", "3:45 pm", true),
        new NewTime.Slot("2026-11-25T08:15", "8:15", "tomorrow", "tomorrow 8:15 am", true));
    var message = new NewTime.Message(
        "Rosa, Justin’s held up at a job. He’ll ring with your fridge quote by {time}. Priya",
        "Email to rosa@example.com",
        NewTimes.OR);
    return new NewTime(
        "rosa",
        "A new time for Rosa",
        "2026-11-24T19:45:00Z",
        new NewTime.Times(slots, "2026-11-24T16:00", false),
        message,
        "2:45 stands until you send this.",
        null,
        null);
  }

  private static PromiseRow late() {
    return GalleryCast.row(
        "late",
        "Call Hillside Café about the compressor",
        "Justin promised by email, Thursday",
        GalleryCast.string(State.BROKEN, 1, "Broken"),
        new Keeper(GalleryCast.JUSTIN, "Justin"),
        new Due(at(9, 20), "Thu 4:00", "broke yesterday", "risk"),
        May.KEEP);
  }

  private static List<PromisesPage.Whose> ways() {
    return List.of(
        new PromisesPage.Whose("By when", "/promises", true),
        new PromisesPage.Whose("By person", "/promises?by=person", false));
  }

  private static AddPromise add(String words, String... mistakes) {
    var keepers = List.of(new Choice("priya", "You", false), new Choice("edie", "Edie", true));
    var kinds = List.of(new Choice("callback", "Ring back", true));
    var times = List.of(
        new Choice("written", "As you wrote it: by 4", true),
        new Choice("other", "Another time", false));
    var people = List.of(
        new Choice("1", "Lena Whitfield: her dryer part", true),
        new Choice("2", "Chuck Alvarez: cracked 42″ TV", false));
    var due = new Typed("due", "The day and the time", "datetime-local", "2026-11-24T16:00", null);
    var what = new Typed("what", "What you will do", "text", "Call Lena", "Call Lena");
    var sure = mistakes.length == 0;
    var said = List.of(
        part("Edie", "keeper", true, keepers, null),
        Piece.plain("will"),
        part("call", "what", true, List.of(), what),
        part("Lena Whitfield", "conversation", true, people, null),
        Piece.plain("about her dryer part"),
        part(sure ? "today by 4:00 pm" : "By when?", "due", sure, times, due));
    var beside = List.of(
        Piece.plain("If Edie can’t,"),
        part("Justin", "second", true, keepers, null),
        Piece.plain("hears next."),
        part("Ring back", "kind", true, kinds, null));
    return new AddPromise("", words, new Sentence(words, "", said, beside, List.of(mistakes)));
  }

  private static Piece part(
      String words, String name, boolean sure, List<Choice> choices, @Nullable Typed typed) {
    return new Piece(
        words, new Fix(name, "Change it", new Mood(!sure, !sure, !sure), choices, typed));
  }
}
