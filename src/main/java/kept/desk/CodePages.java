package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.ReturnPath;
import kept.team.WayIn;
import org.jspecify.annotations.Nullable;

/// The second half of coming in, for those who want a code asked. Who it is asked of is in a cookie
/// that lasts five minutes; without it there is nothing to see here.
public final class CodePages implements WebRoutes {
  static final String CODE = "/in/code";
  static final String COOKIE = "kept_half";
  static final int SECONDS = 5 * 60;

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;

  public CodePages(Pages pages, Frames frames, Doorstep doorstep) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(CODE, this::ask, Public.ANYONE);
    routes.post(CODE, this::comeIn, Public.ANYONE, Public.PROOF);
  }

  private void ask(Context request) {
    var next = ReturnPath.of(request.queryParam("next"));
    if (step(request).flatMap(doorstep.ways().codes()::asked).isEmpty())
      request.redirect(next.after("/in"), HttpStatus.SEE_OTHER);
    else show(request, next, null);
  }

  private void comeIn(Context request) {
    var form = new Form(request);
    var next = ReturnPath.of(form.text("next"));
    var step = step(request);
    if (step.isEmpty()) {
      request.redirect(next.after("/in"), HttpStatus.SEE_OTHER);
      return;
    }
    try {
      var agent = doorstep.ways().codes().comeIn(step.get(), form.text("code"));
      doorstep.cookie().forget(request, COOKIE);
      doorstep.welcome(request, agent, WayIn.CODE);
      request.redirect(next.value(), HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, next, refused.sentence());
    }
  }

  private void show(Context request, ReturnPath next, @Nullable String error) {
    pages.show(request, "desk/code.jte", new CodePage(frames.assets(), next.value(), error));
  }

  private Optional<String> step(Context request) {
    return doorstep.cookie().read(request, COOKIE);
  }
}
