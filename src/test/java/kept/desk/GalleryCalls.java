package kept.desk;

import static kept.desk.GalleryCast.at;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.IntStream;
import kept.PageProof.Nail;
import kept.desk.InCall.Handset;
import kept.desk.InCall.Note;
import kept.desk.InCall.Said;
import kept.phone.CallNotHandedOver;
import kept.phone.TalkState;
import kept.phone.TalkState.Asked;
import kept.phone.TalkState.NotReached;
import kept.phone.TalkState.Tape;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.pages.Face;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A call from the first ring to the recap: calling, talking in each of its states, wrapping up.
final class GalleryCalls {
  private static final AgentId PRIYA = AgentId.next();
  private static final TalkState TALKING =
      new TalkState(PRIYA, false, null, null, null, null, Tape.OFF);
  private static final String LONG = "Wilhelmina Featherstonehaugh-Montgomery";
  private static final List<Choice> OTHERS = List.of(
      new Choice("1", "Edie", false), new Choice("2", "Dana", false), new Choice("3", LONG, false));

  private GalleryCalls() {}

  static void hang(Assets assets, Nail wall) {
    var frame = GalleryCast.frame(assets, "Chuck", null);
    calling(frame, wall);
    talking(frame, wall);
    wrappingUp(frame, wall);
    ringing(GalleryCast.frame(assets, "Today", Place.TODAY), wall);
  }

  private static void calling(Frame frame, Nail wall) {
    wall.hang(
        "/calling",
        "call/calling.jte",
        new CallingPages.Calling(frame, "Chuck Alvarez", "Chuck", "(415) 555-0142", "/people/1"));
    wall.hang("/calling-whom", "desk/call.jte", whom(frame, 1));
    wall.hang("/calling-nobody", "desk/call.jte", whom(frame, 0));
    wall.hang("/calling-many", "desk/call.jte", whom(frame, 9));
  }

  private static CallPage whom(Frame frame, int many) {
    return new CallPage(
        frame,
        many > 1 ? LONG : "Chuck Alvarez",
        IntStream.range(0, many)
            .mapToObj(i -> new CallPage.TheirNumber("+1415555014" + i, "(415) 555-014" + i))
            .toList(),
        many == 0 ? null : "Your own phone rings first. They see the shop’s number.",
        many == 0 ? null : "9",
        "/people/1/calling",
        "/people/1#identity",
        "/c/new?to=1");
  }

  private static void talking(Frame frame, Nail wall) {
    var held = new TalkState(PRIYA, true, at(14, 22), null, null, null, Tape.ON);
    var asked = new TalkState(PRIYA, false, null, new Asked("Edie", true), null, null, Tape.PAUSED);
    var rings = new TalkState(PRIYA, false, null, new Asked("Edie", false), null, null, Tape.OFF);
    var three = new TalkState(PRIYA, false, null, null, "Edie", null, Tape.ON);
    var known = ContextCast.chuck();
    show(wall, "", page(frame, TALKING, known, 4));
    show(wall, "-first", page(frame, TALKING, ContextCast.lena(), 0));
    show(wall, "-held", page(frame, held, known, 4));
    show(wall, "-asks", page(frame, rings, known, 1));
    show(wall, "-asked", page(frame, asked, known, 1));
    show(wall, "-three", page(frame, three, known, 1));
    var busy = new NotReached("(415) 555-0177", CallNotHandedOver.Why.BUSY);
    var missed = new TalkState(PRIYA, false, null, null, null, busy, Tape.OFF);
    show(wall, "-missed", page(frame, missed, known, 1));
    show(wall, "-rings", page(frame, null, known, 1));
    show(wall, "-fifty", page(frame, held, ContextCast.fifty(), 50));
  }

  private static void show(Nail wall, String name, InCall page) {
    wall.hang("/call" + name, "call/page.jte", page);
  }

  private static InCall page(
      Frame frame, @Nullable TalkState state, ConversationContext context, int many) {
    var words = many == 50 ? "He said: Donaudampfschiffahrtsgesellschaftskapitän. ".repeat(30) : "";
    var handset = new Handset(
        "1",
        context.who().face(),
        context.who().name(),
        context.who().first(),
        many == 50 ? "+49 1512 345678901234" : "(415) 555-0142",
        List.of(many == 0 ? "New number" : "Known number", "0 keys", "Person in 6 s"),
        at(14, many == 50 ? 1 : 21),
        many == 50 ? "83:10" : "2:31",
        false,
        false,
        state,
        many == 0 ? List.of() : OTHERS);
    return new InCall(
        frame,
        handset,
        context,
        many == 50 ? "Brackets that do not fit on any wall of the house" : "Cracked 42″ TV",
        IntStream.range(0, Math.min(many, 4)).mapToObj(GalleryCalls::said).toList(),
        new Note(
            "1",
            "chuck",
            "key",
            words,
            many == 1 ? ConversationCast.heard() : heard(List.of()),
            ConversationCast.draft(many == 50)));
  }

  private static Said said(int at) {
    return List.of(
            new Said("2:18", "Any idea what time? I pick my kid up at 4:30.", "Chuck, by text"),
            new Said("10:40", "We swap it today before five.", "you, by email"),
            new Said(
                "Mon 4:10", "Donaudampfschiffahrtsgesellschaftskapitän ".repeat(3), "our note"),
            new Said("Nov 21", "Two TVs, delivered before noon.", "Wilhelmina, by email"))
        .get(at);
  }

  private static void wrappingUp(Frame frame, Nail wall) {
    wall.hang("/wrap-up", "call/wrap-up.jte", wrapUp(frame, 1, null));
    wall.hang("/wrap-up-nothing", "call/wrap-up.jte", wrapUp(frame, 0, null));
    wall.hang(
        "/wrap-up-fifty",
        "call/wrap-up.jte",
        wrapUp(frame, 50, "Say what it was about, in a few words."));
  }

  private static WrapUp wrapUp(Frame frame, int many, @Nullable String mistake) {
    return new WrapUp(
        frame,
        "1",
        many == 50 ? LONG : "Chuck Alvarez",
        many == 50 ? "Wilhelmina" : "Chuck",
        many == 0 ? "12 seconds" : "4 min",
        many == 0 ? "" : "Cracked 42″ TV",
        IntStream.range(0, many)
            .mapToObj(i -> "Swap the cracked 42″ TV with the other bracket, by 5:00 pm")
            .toList(),
        many == 0 ? null : new WrapUp.Kept("9", "Ring Chuck back about the soundbar", true),
        many == 0
            ? ""
            : "The 42″ came cracked. You want the same set before Thursday. ".repeat(many),
        many == 0 ? null : "chuck".repeat(many == 1 ? 1 : 12) + "@alvarez.example.com",
        many == 1,
        mistake);
  }

  private static void ringing(Frame frame, Nail wall) {
    var me = new Frame(
        frame.title(),
        frame.place(),
        frame.me(),
        new Frame.Badges(4, 11, 3),
        null,
        null,
        frame.now(),
        "",
        frame.assets());
    wall.hang("/ringing", "desk/error.jte", new ErrorPages.Framed(me, lost()));
  }

  /// What the pages ask for while they are open.
  static void answer(JavalinDefaultRoutingApi routes) {
    var pages = Pages.built();
    var now = new LiveCalls.Now(
        List.of(
            pop("1", "Chuck Alvarez", CallPop.State.MINE),
            pop("2", LONG, CallPop.State.SECOND),
            pop("3", "Luis Ortega", CallPop.State.FORGOTTEN),
            pop("4", "Rosa Delgado", CallPop.State.TAKEN)),
        null);
    routes.get("/calls/now", request -> pages.show(request, "call/now.jte", now), Public.ANYONE);
    routes.post(
        "/c/{id}/hearing",
        request -> pages.show(request, "conversation/heard.jte", heard(List.of())),
        Public.ANYONE);
  }

  private static HeardPart heard(List<HeardRow> rows) {
    return new HeardPart("chuck", rows, false);
  }

  private static CallPop pop(String id, String name, CallPop.State state) {
    return new CallPop(
        id,
        Face.of(name),
        name,
        "known number",
        "Cracked 42″ TV.",
        "Swap the cracked 42″ TV, 5:00 pm.",
        "/c/1",
        state,
        "Edie",
        state == CallPop.State.SECOND ? null : "Edie",
        at(14, 22),
        "1:12");
  }

  private static kept.platform.http.ErrorPage lost() {
    return new kept.platform.http.ErrorPage(
        404, "Not here", "There is nothing at this address.", null);
  }
}
