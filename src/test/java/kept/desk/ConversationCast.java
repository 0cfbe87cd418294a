package kept.desk;

import static kept.desk.GalleryCast.at;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.desk.ConversationList.Chip;
import kept.desk.ConversationList.Empty;
import kept.desk.ConversationList.Item;
import kept.desk.ConversationList.Last;
import kept.desk.ConversationList.Segment;
import kept.desk.ConversationThread.Doing;
import kept.desk.ConversationThread.Head;
import kept.desk.ConversationThread.Here;
import kept.desk.ConversationThread.Pinned;
import kept.platform.pages.Face;
import kept.promises.StringShape.State;
import org.jspecify.annotations.Nullable;

/// Chuck's cracked TV as the mock-up has it, but by email; and the list beside it.
final class ConversationCast {

  static final List<Choice> COLLEAGUES = List.of(
      new Choice("edie", "Edie, taking calls", false),
      new Choice("tomas", "Tomás, on the van", false),
      new Choice("justin", "Justin, at a job until 3:30", false));

  private ConversationCast() {}

  static ConversationList list(boolean alone) {
    var mail = "envelope-simple";
    return new ConversationList(
        alone,
        "/c/list",
        segments(9, 4),
        List.of(
            item(
                "Lena Whitfield",
                new Last(mail, "Is my dryer part in yet? You said Monday", at(14, 23), "1 min"),
                true,
                null),
            chuck(!alone),
            item(
                "Marcus Boyd",
                new Last(mail, "Nobody rang. Could somebody?", at(13, 58), "26 min"),
                true,
                new Chip("Call by 2:58", "due")),
            item(
                "unknown@example.com",
                new Last(mail, "Do you hang TVs you didn’t sell?", at(14, 15), "9 min"),
                true,
                null),
            item(
                "Rosa Delgado",
                new Last(mail, "Justin: I’ll have the quote by 2:45", at(11, 20), "3 h"),
                false,
                new Chip("Quote by 2:45", "due")),
            item(
                "Amir Haddad",
                new Last("note-pencil", "Edie: board’s on the bench now", at(9, 40), "5 h"),
                false,
                null),
            item(
                "Hillside Café",
                new Last(mail, "Compressor again, we open at 6", at(9, 12), "9:12"),
                false,
                null),
            item(
                "Mrs Okafor",
                new Last(mail, "Dana: you’ll have the $45 back", at(9, 0), "Mon"),
                false,
                new Chip("Refund broke", "risk"))),
        null,
        Empty.nothingOpen());
  }

  static ConversationList nobody() {
    return new ConversationList(
        true,
        "/c/list",
        segments(0, 0),
        List.of(),
        null,
        Empty.firstDay("hello@marlow.example.com"));
  }

  static ConversationList fifty() {
    var items = IntStream.range(0, 50)
        .mapToObj(i -> item(
            "Wilhelmina Featherstonehaugh-Montgomery the " + i + "th",
            new Last(
                "envelope-simple",
                "Words that go on and on and never seem to want to end",
                at(9, 0),
                "yesterday"),
            i % 3 == 0,
            i % 4 == 0 ? new Chip("Ring about the brackets by tomorrow 9:00 am", "kept") : null))
        .toList();
    return new ConversationList(
        false, "/c/list", segments(1250, 50), items, "/c?after=x", Empty.nothingOpen());
  }

  static Item chuck(boolean current) {
    var last =
        new Last("envelope-simple", "Any idea what time? I pick my kid up", at(14, 18), "6 min");
    return new Item(
        "chuck",
        "/c/chuck",
        Face.of("Chuck Alvarez").withHue(130),
        "Chuck Alvarez",
        last,
        false,
        current,
        new Chip("Swap by 5:00", "kept"));
  }

  static Pinned swap() {
    return new Pinned(
        "swap",
        GalleryCast.string(State.RUNNING, 0.59, "2 hours 36 left of 6 hours 20"),
        "Swap the 42″ by 5:00 pm",
        "Tomás",
        at(17, 0),
        "2 h 36 left",
        null);
  }

  static ConversationThread thread(List<TimelineEvent> events, Composer composer) {
    return new ConversationThread(
        "chuck", head(List.of()), List.of(swap()), events, null, composer, null);
  }

  static ConversationThread forgotten(Composer composer) {
    var words = "They were forgotten on November 24. Nothing more is written here.";
    return new ConversationThread(
        "chuck", head(List.of()), List.of(), List.of(), null, composer, words);
  }

  static ConversationThread crowded(List<TimelineEvent> events, Composer composer) {
    var pinned = List.of(
        swap(),
        new Pinned(
            "ring",
            GalleryCast.string(State.DUE, 0.95, "9 minutes left"),
            "Ring about the soundbar by 2:33 pm",
            "You",
            at(14, 33),
            "9 min left",
            "due"),
        new Pinned(
            "haul",
            GalleryCast.string(State.BROKEN, 1, "An hour late"),
            "Haul away the old set by 1:24 pm",
            "Justin",
            at(13, 24),
            "an hour late",
            "risk"));
    var here = List.of(
        new Here(GalleryCast.JUSTIN, "Justin", "is writing"),
        new Here(GalleryCast.EDIE, "Edie", "is here"));
    return new ConversationThread(
        "chuck", head(here), pinned, events, "/c/chuck?before=x", composer, null);
  }

  private static Head head(List<Here> here) {
    var doing = new Doing(COLLEAGUES, here.isEmpty() ? null : "Asked if sorted, 2:31", here);
    return new Head(
        "Cracked 42″ TV",
        "Chuck Alvarez",
        "/people/chuck",
        "with Priya",
        "9 years with us, 5 of 6 promises on time",
        "/c",
        doing);
  }

  static PromiseDraft draft(boolean open) {
    return new PromiseDraft(
        open,
        open ? "the TV" : "",
        List.of(
            new Choice("replacement", "A replacement", true),
            new Choice("callback", "Ring back", false)),
        List.of(
            new Choice("closing", "Today by 6:00", !open),
            new Choice("tomorrow_noon", "Tomorrow noon", false),
            new Choice("friday_noon", "Friday noon", false)),
        open ? "2026-11-24T13:00" : "",
        List.of(
            new Choice("priya", "You, then Edie", true),
            new Choice("tomas", "Tomás, then Edie", false)));
  }

  static Composer.To to() {
    return new Composer.To("chuck", "Chuck Alvarez", "chuck@alvarez.example.com", null);
  }

  static Composer composer() {
    return Composer.empty(
        to(),
        draft(false),
        "The 42″ came cracked, you want the same set before Thursday.",
        "e9",
        "key");
  }

  static Composer texting() {
    return Composer.empty(
        new Composer.To(
            "chuck", "Chuck Alvarez", "chuck@alvarez.example.com", "(415) 555-0142", true, null),
        draft(false),
        "",
        "x4",
        "key");
  }

  static Composer refused() {
    return new Composer(
        to(),
        Composer.Way.EMAIL,
        "Hi Chuck, it’s on Tomás’s van. He’ll be there by 1:00.",
        draft(true),
        new Composer.Recap(true, ""),
        "e9",
        "key",
        new Composer.Newer("Chuck wrote while you were typing. Read it first.", "#e10"),
        heard(),
        Map.of(
            "promise_what", "Start with what you’ll do: “Swap the TV”",
            "promise_due", "1:00 has passed. Pick a time ahead.",
            "understood", "Say what you understood, or leave the recap out"));
  }

  static HeardPart heard() {
    var row = new HeardRow(
        "a1",
        "He’ll be there by 1:00",
        "Be there",
        "visit",
        "2026-11-24T13:00",
        "Promise 1:00 pm",
        34,
        56);
    return new HeardPart("chuck", List.of(row), true);
  }

  static Composer noteOnly() {
    var nowhere =
        new Composer.To("chuck", "Chuck Alvarez", null, "No mail address yet, only a note");
    return Composer.empty(nowhere, draft(false), "", "e9", "key");
  }

  private static List<Segment> segments(int open, int mine) {
    return List.of(
        new Segment("Open", open, "/c", true),
        new Segment("Mine", mine, "/c?which=mine", false),
        new Segment("Sorted", null, "/c?which=sorted", false));
  }

  private static Item item(String name, Last last, boolean unread, @Nullable Chip chip) {
    var face = name.contains("@") ? Face.unknown() : Face.of(name);
    return new Item(name, "/c/" + name.hashCode(), face, name, last, unread, false, chip);
  }
}
