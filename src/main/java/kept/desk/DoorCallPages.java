package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.Stream;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.Moment;
import kept.phone.DoorCalls;
import kept.phone.Rehearsed;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Who;

/// Calls to whoever looks at a front door: to say a greeting into it by phone, and to hear it as a
/// caller does.
public final class DoorCallPages implements WebRoutes {
  private static final String ONE = FrontDoorPages.HOME + "/{id}";

  private final Pages pages;
  private final Frames frames;
  private final FrontDoorReading reading;
  private final DoorCalls calls;

  public DoorCallPages(Pages pages, Frames frames, FrontDoorReading reading, DoorCalls calls) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
    this.calls = calls;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(ONE + "/greetings/{moment}/call", this::record, Access.OWNER);
    routes.post(ONE + "/rehearsal", this::rehearse, Access.AGENT);
    routes.get(ONE + "/now", this::now, Access.AGENT);
  }

  private void record(Context request) {
    var door = door(request);
    var moment = Moment.of(request.pathParam("moment"));
    calls.record(Who.agent(request).id(), door.id(), moment);
    var words = "Pick it up and say your words after the tone, then press #. You hear them; 1 keeps"
        + " them in the draft, 2 begins again. Hanging up while it records keeps them too.";
    rings(request, new FrontDoorPage.Rings(moment.word() + "-call", href(door), words, List.of()));
  }

  private void rehearse(Context request) {
    var door = door(request);
    var when = Rehearsed.of(new Form(request).text("when"));
    calls.rehearse(Who.agent(request).id(), door.id(), when);
    var which = reading.doors().doors().draft(door.id()).isPresent() ? "the draft" : "this door";
    var words = "Pick it up to hear " + which + " as a caller does " + words(when)
        + ". No customer is called, and nothing is written down or promised.";
    var others = Stream.of(Rehearsed.values())
        .map(each -> new Choice(each.word(), "Ring me " + words(each), each == when))
        .toList();
    rings(request, new FrontDoorPage.Rings("try", href(door), words, others));
  }

  private static String words(Rehearsed when) {
    return switch (when) {
      case FREE -> "when somebody is free";
      case BUSY -> "when everybody talks";
      case NOBODY -> "when nobody picks up";
      case CLOSED -> "when you’re closed";
      case HOLIDAY -> "on a holiday";
    };
  }

  private void rings(Context request, FrontDoorPage.Rings rings) {
    if (Htmx.asks(request)) {
      pages.show(request, "door/rings.jte", rings);
      return;
    }
    var frame = frames.around(request, "Front door", Place.FRONT_DOOR);
    pages.show(request, "door/rings-page.jte", new FrontDoorPage.OfRings(frame, rings));
  }

  /// The door as it is now, in its own place on the page, for a part that heard that it changed.
  private void now(Context request) {
    request.header("HX-Retarget", "#door").header("HX-Reswap", "outerHTML");
    pages.show(request, "door/door.jte", reading.door(request, door(request)));
  }

  private FrontDoor door(Context request) {
    return reading.doors().doors().get(FrontDoorId.parse(request.pathParam("id")));
  }

  private static String href(FrontDoor door) {
    return FrontDoorPages.HOME + "/" + door.id();
  }
}
