package kept.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.Given;
import kept.desk.PhonePage.Link;
import kept.desk.PhonePage.Once;
import kept.desk.PhonePage.Outside;
import kept.desk.PhonePage.ProviderFields;
import kept.desk.PhonePage.Providers;
import kept.desk.PhonePage.Telling;
import kept.platform.http.Assets;
import kept.platform.pages.Face;

/// The settings of the phone with none, some and many things set up, and writing a call down.
final class GalleryPhones {
  private static final List<Choice> DOORS =
      List.of(new Choice("1", "Shop", true), new Choice("2", "Repairs only", false));

  private GalleryPhones() {}

  static void hang(Assets assets, Nail wall) {
    var frame = GallerySettings.owners(assets, "Phone");
    wall.hang(
        "/settings/phone-none",
        "settings/phone.jte",
        page(frame, 0, Entered.NOTHING, Once.NOTHING));
    wall.hang(
        "/settings/phone",
        "settings/phone.jte",
        page(
            frame,
            2,
            Entered.NOTHING,
            new Once(
                new Given("Edie’s Workshop", "102", "w4xkq0TzRk2mPqN8sVb1c7Yd3fGh5JkL"), null)));
    wall.hang(
        "/settings/phone-many",
        "settings/phone.jte",
        page(
            frame,
            20,
            new Entered(
                Map.of("part", ProviderForm.NEW, "number", "555"),
                Map.of(
                    "part",
                    "A user name and a password belong together.",
                    "number",
                    "Write the number with its country, like +1 415 555 0100.")),
            new Once(
                null,
                new Link(
                    "https://desk.marlow.example.com/pbx/w4xkq0TzRk2mPqN8sVb1c7Yd3fGh5JkL",
                    "curl https://desk.marlow.example.com/pbx/w4xkq0TzRk2mPqN8sVb1c7Yd3fGh5JkL"
                        + " -d event=newCall -d callId=1 -d direction=in"))));
    wall.hang(
        "/call-log-heard",
        "desk/call-log.jte",
        log(
            frame,
            List.of(new HeardRow(
                "1",
                "I’ll ring you by four",
                "Ring Chuck",
                "callback",
                "2026-11-24T16:00",
                "Promise 4:00 pm",
                0,
                20)),
            null));
    wall.hang("/call-log", "desk/call-log.jte", log(frame, List.of(), null));
    wall.hang(
        "/call-log-wrong",
        "desk/call-log.jte",
        log(frame, List.of(), "Say how many minutes it was."));
  }

  private static CallLog log(Frame frame, List<HeardRow> heard, String error) {
    var form = new CallLogForm(false, "5", "Home on Thursday", "", List.of(), false);
    return new CallLog(
        frame,
        Face.of("Chuck Alvarez"),
        "Chuck Alvarez",
        "Chuck",
        "/c/1/calls",
        "/c/1",
        false,
        form.choices(),
        heard.isEmpty() ? form.note() : "I’ll ring you by four",
        "",
        heard,
        error);
  }

  private static PhonePage page(Frame frame, int many, Entered entered, Once once) {
    return new PhonePage(
        frame,
        many == 0 ? "No number rings here yet." : "People reach you at two numbers.",
        many == 2 ? "Saved." : null,
        entered,
        "192.168.1.5:5060",
        numbers(many),
        many == 0 ? List.of() : DOORS,
        providers(many, entered),
        phones(many),
        List.of(new Choice("1", "Dana Marlow", true), new Choice("2", "Edie Moss", false)),
        once,
        many == 0
            ? new Outside("No other phone system tells us of its calls.", false)
            : new Outside("Last heard 2:05 pm.", true),
        List.of(new Choice("30", "30 days", false), new Choice("90", "90 days", true)),
        many == 0
            ? List.of()
            : List.of("Edie called 911, yesterday 2:10 pm. It was answered."
                + " The phone’s place: 2 Harbor St, the workshop at the back."));
  }

  private static List<PhonePage.OurNumber> numbers(int many) {
    return IntStream.range(0, many)
        .mapToObj(at ->
            new PhonePage.OurNumber("n" + at, "(415) 555-01%02d".formatted(at), "The shop", DOORS))
        .toList();
  }

  private static Providers providers(int many, Entered entered) {
    var states = List.of(
        new Telling("Registered until 3:12; your provider answered in 40 ms.", "kept"),
        new Telling(
            "The user name or the password is wrong. Enter them as your provider gave them to you.",
            "risk"));
    var rows = IntStream.range(0, many)
        .mapToObj(at -> new PhonePage.Provider(
            "p" + at,
            at == 1 ? "The cheap one with a very long name of its own" : "Carrier",
            "sip.carrier-of-the-town.example.com, port 5070, UDP; registers as 4155550100; 10 calls at once",
            states.get(at % 2),
            fields("p" + at, false)))
        .toList();
    return new Providers(rows, fields(ProviderForm.NEW, entered.mistaken(ProviderForm.NEW)));
  }

  private static ProviderFields fields(String of, boolean mistaken) {
    return new ProviderFields(
        of,
        "Carrier",
        "sip.example.com",
        "",
        List.of(new Choice("udp", "UDP", true), new Choice("tcp", "TCP", false)),
        "4155550100",
        !of.equals(ProviderForm.NEW),
        true,
        "10",
        mistaken);
  }

  private static List<PhonePage.Phone> phones(int many) {
    return IntStream.range(0, many)
        .mapToObj(at -> new PhonePage.Phone(
            "f" + at,
            GalleryCast.EDIE,
            "Edie",
            "Workshop",
            "" + (101 + at),
            at % 2 == 0 ? "2 Harbor St, the workshop at the back" : "",
            at % 2 == 0
                ? new Telling("registered now", "kept")
                : new Telling("last seen Mon 9:12 am", null)))
        .toList();
  }
}
