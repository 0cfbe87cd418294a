package kept.desk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.GreetingFiles;
import kept.frontdoor.Moment;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Who;

/// The shop's own voice: a sound that was recorded on the page or brought as a file becomes part of
/// the draft, and whoever may look may hear it.
public final class GreetingRoutes implements WebRoutes {
  private static final String WAV = "audio/wav";

  private final Pages pages;
  private final FrontDoorReading reading;
  private final GreetingFiles files;

  public GreetingRoutes(Pages pages, FrontDoorReading reading, GreetingFiles files) {
    this.pages = pages;
    this.reading = reading;
    this.files = files;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(FrontDoorPages.HOME + "/greetings/{file}", this::play, Access.AGENT);
    routes.post(FrontDoorPages.HOME + "/{id}/greetings/{moment}", this::keep, Access.OWNER);
  }

  private void play(Context request) {
    var file = request.pathParam("file");
    if (!reading.doors().doors().isGreeting(file)) throw new NotFound("There is no such greeting.");
    request.header("Cache-Control", "private, max-age=86400, immutable");
    request.contentType(WAV).result(files.read(file));
  }

  /// The words that were there stay: somebody says them again.
  private void keep(Context request) throws IOException {
    var doors = reading.doors().doors();
    var door = doors.get(FrontDoorId.parse(request.pathParam("id")));
    var moment = Moment.of(request.pathParam("moment"));
    var sound = files.keep(sound(request), "");
    doors.draft(
        Who.agent(request).id(),
        door.id(),
        plan -> plan.greetings(plan.greetings().again(moment, sound)));
    FrontDoorPages.answer(request, pages, reading, door.id());
  }

  private static byte[] sound(Context request) throws IOException {
    if (WAV.equals(request.contentType())) return read(request.req().getInputStream());
    var file = request.uploadedFile("sound");
    if (file == null || file.size() == 0) throw new Refusal("Choose a WAV file first.");
    try (var in = file.content()) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A byte more than the most is enough to refuse it.
  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(GreetingFiles.LARGEST + 1);
  }
}
