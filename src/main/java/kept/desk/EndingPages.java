package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import kept.platform.Blobs;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.PromiseId;
import kept.promises.ProofId;
import kept.team.Access;

/// After a promise has ended: taking that back, and showing that it was kept. Threads may share
/// this object.
public final class EndingPages implements WebRoutes {
  private final Pages pages;
  private final OnePromise one;
  private final PromiseSheets sheets;
  private final Blobs blobs;

  public EndingPages(Pages pages, OnePromise one, PromiseSheets sheets, Blobs blobs) {
    this.pages = pages;
    this.one = one;
    this.sheets = sheets;
    this.blobs = blobs;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/promises/{id}/undoing", this::undo, Access.HELPER);
    routes.post("/promises/{id}/proof", this::prove, Access.HELPER);
    routes.get("/promises/{id}/proof/{proof}", this::hand, Access.HELPER);
  }

  private void undo(Context request) {
    var onlooker = one.onlooker(request);
    var promise = one.in(request, onlooker).promise();
    one.doors().endings().undo(onlooker.me().id(), promise.id());
    if (Htmx.asks(request)) {
      var now = one.doors().board().get(promise.id());
      pages.show(request, "promise/row.jte", new PromiseWords(onlooker).row(now));
      return;
    }
    lead(request, promise.id(), "undone");
  }

  private void prove(Context request) {
    var onlooker = one.onlooker(request);
    var item = one.in(request, onlooker);
    try {
      var files = Uploads.stored(request, "photo", blobs);
      if (files.size() > 1) throw new Refusal("Add one photo at a time.");
      var words = new Form(request).text("words");
      var file = files.isEmpty() ? null : files.getFirst();
      one.doors().endings().prove(onlooker.me().id(), item.promise().id(), words, file);
      lead(request, item.promise().id(), "shown");
    } catch (Refusal mistake) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      var page = sheets.page(request, onlooker, item, null, mistake.sentence());
      pages.show(request, "desk/promise.jte", page);
    }
  }

  private void hand(Context request) {
    var item = one.in(request, one.onlooker(request));
    var proof = one.doors().endings().proof(ProofId.parse(request.pathParam("proof")));
    var file = proof.file();
    if (file == null || !proof.promise().equals(item.promise().id()))
      throw new NotFound("There is no such file.");
    FileRoutes.hand(request, blobs, file);
  }

  private static void lead(Context request, PromiseId promise, String said) {
    request.redirect("/promises/" + promise + "?said=" + said, HttpStatus.SEE_OTHER);
  }
}
