package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.pages.QrPicture;
import kept.team.Access;
import kept.team.CodeApps;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, you: a code app beside the password. The recovery codes are in the answer to what made
/// them and nowhere else.
public final class CodeAppPages implements WebRoutes {
  private static final String APP = "/settings/you/code-app";
  private static final String BACK = "/settings/you#way-in";

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;

  public CodeAppPages(Pages pages, Frames frames, Doorstep doorstep) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(APP, this::show, Access.HELPER);
    routes.post(APP, this::begin, Access.HELPER);
    routes.post(APP + "/confirmation", this::confirm, Access.HELPER);
    routes.post(APP + "/removal", this::remove, Access.HELPER);
    routes.post("/settings/you/recovery-codes", this::makeCodes, Access.HELPER);
  }

  private void begin(Context request) {
    doorstep.insistOnProof(request);
    codes().begin(Who.agent(request).id());
    request.redirect(APP, HttpStatus.SEE_OTHER);
  }

  private void show(Context request) {
    if (doorstep.isProven(request)) show(request, null);
    else request.redirect(ProofPages.PROOF, HttpStatus.SEE_OTHER);
  }

  private void confirm(Context request) {
    doorstep.insistOnProof(request);
    try {
      var me = Who.agent(request).id();
      showCodes(request, codes().confirm(me, new Form(request).text("code")));
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, refused.sentence());
    }
  }

  private void remove(Context request) {
    doorstep.insistOnProof(request);
    codes().remove(Who.agent(request).id());
    request.redirect("/settings/you?saved=code-app-gone#way-in", HttpStatus.SEE_OTHER);
  }

  private void makeCodes(Context request) {
    doorstep.insistOnProof(request);
    showCodes(request, codes().makeRecoveryCodes(Who.agent(request).id()));
  }

  private void show(Context request, @Nullable String error) {
    var begun = codes().begun(Who.agent(request));
    if (begun.isEmpty()) {
      request.redirect(BACK, HttpStatus.SEE_OTHER);
      return;
    }
    var frame = frames.around(request, "You", Place.SETTINGS);
    var picture = QrPicture.of(begun.get().address());
    var page = new CodeAppPage.Begun(frame, picture, begun.get().secret(), error);
    pages.show(request, "settings/code-app.jte", page);
  }

  private void showCodes(Context request, List<String> codes) {
    var frame = frames.around(request, "You", Place.SETTINGS);
    pages.show(request, "settings/recovery-codes.jte", new CodeAppPage.Codes(frame, codes));
  }

  private CodeApps codes() {
    return doorstep.ways().codes();
  }
}
