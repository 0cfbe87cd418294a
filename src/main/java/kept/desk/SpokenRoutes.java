package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.Moment;
import kept.frontdoor.Notice;
import kept.frontdoor.SpokenGreetings;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Who;

/// A greeting that is typed: heard first, and part of the draft once that is wanted.
public final class SpokenRoutes implements WebRoutes {
  private static final String SOUND = FrontDoorPages.HOME + "/greetings/typed/sound";
  private static final String TYPED = FrontDoorPages.HOME + "/{id}/greetings/{moment}";

  private final Pages pages;
  private final Frames frames;
  private final FrontDoorReading reading;
  private final SpokenGreetings spoken;

  public SpokenRoutes(
      Pages pages, Frames frames, FrontDoorReading reading, SpokenGreetings spoken) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
    this.spoken = spoken;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(SOUND, this::play, Access.OWNER);
    routes.post(TYPED + "/hearing", this::hear, Access.OWNER);
    routes.post(TYPED + "/speech", this::keep, Access.OWNER);
    routes.post(FrontDoorPages.HOME + "/{id}/notice", this::tell, Access.OWNER);
  }

  /// Where these words are heard.
  static String soundOf(String words) {
    return SOUND + "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private void play(Context request) {
    var words = request.queryParam("words");
    request.header("Cache-Control", "private, max-age=600");
    request.contentType("audio/wav").result(spoken.hear(words == null ? "" : words));
  }

  /// Says at once what cannot be a greeting; the sound itself is fetched by whoever plays it.
  private void hear(Context request) {
    var words = new Form(request).text("words");
    spoken.hear(words);
    var src = soundOf(words);
    var door = reading.doors().doors().get(FrontDoorId.parse(request.pathParam("id")));
    var moment = Moment.of(request.pathParam("moment"));
    var typed =
        new FrontDoorPage.Typed(FrontDoorPages.HOME + "/" + door.id(), moment.word(), words, src);
    if (Htmx.asks(request)) {
      pages.show(request, "door/typed.jte", typed);
      return;
    }
    var frame = frames.around(request, "Front door", Place.FRONT_DOOR);
    pages.show(request, "door/typed-page.jte", new FrontDoorPage.OfTyped(frame, typed));
  }

  /// Hello tells of the next day on which the shop is closed, until that day has come.
  private void tell(Context request) {
    var door = reading.doors().doors().get(FrontDoorId.parse(request.pathParam("id")));
    var closing = reading.closing(request);
    var day = closing
        .day()
        .orElseThrow(() -> new Refusal("No day of the coming week is closed that usually is not."));
    var notice = new Notice(spoken.keep(closing.says(day)), day);
    reading
        .doors()
        .doors()
        .draft(
            Who.agent(request).id(),
            door.id(),
            plan -> plan.greetings(plan.greetings().notice(notice)));
    FrontDoorPages.answer(request, pages, reading, door.id());
  }

  private void keep(Context request) {
    var door = reading.doors().doors().get(FrontDoorId.parse(request.pathParam("id")));
    var moment = Moment.of(request.pathParam("moment"));
    var greeting = spoken.keep(new Form(request).text("words"));
    reading
        .doors()
        .doors()
        .draft(
            Who.agent(request).id(),
            door.id(),
            plan -> plan.greetings(plan.greetings().with(moment, greeting)));
    FrontDoorPages.answer(request, pages, reading, door.id());
  }
}
